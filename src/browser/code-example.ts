import type { RunnerName } from '../article/article.ts';

/** An example of a page. Nothing of what runs or edits it is loaded before the reader reaches for it. */
class CodeExample extends HTMLElement {
  connectedCallback(): void {
    for (const name of ['run', 'edit'] as const) {
      const button = this.querySelector<HTMLButtonElement>(`.example-${name}[hidden]`);
      if (!button) continue;
      button.hidden = false;
      button.onclick = async () => {
        this.ariaBusy = String(name === 'run');
        (await load()).liveExample(this)[name]();
      };
      let resting: ReturnType<typeof setTimeout> | undefined;
      button.onpointerleave = button.onblur = () => clearTimeout(resting);
      button.onpointerenter = button.onfocus = () => {
        resting = setTimeout(async () => (await load()).prepare(this.dataset['runner'] as RunnerName), 150);
      };
    }
    const [id, code] = location.hash.slice(1).split('~');
    if (code && id === this.id) void load().then(({ liveExample }) => liveExample(this).openShared(code));
  }
}

const load = (): Promise<typeof import('./live-example.ts')> => import('./live-example.ts');

customElements.define('code-example', CodeExample);
