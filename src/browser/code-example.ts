import type { RunnerName } from '../article/article.ts';

/** An example of a page. Nothing of what runs or edits it is loaded before the reader reaches for it. */
class CodeExample extends HTMLElement {
  connectedCallback(): void {
    for (const name of ['run', 'edit'] as const) {
      const button = this.querySelector<HTMLButtonElement>(`.example-${name}[hidden]`);
      if (!button) continue;
      button.hidden = false;
      let resting: ReturnType<typeof setTimeout> | undefined;
      button.onclick = async () => {
        // The run loads what it needs itself; prepared besides, a second one would be booted.
        clearTimeout(resting);
        this.ariaBusy = String(name === 'run');
        (await load()).liveExample(this)[name]();
      };
      button.onpointerleave = button.onblur = () => clearTimeout(resting);
      // Pressed, it gets the focus besides.
      button.onpointerenter = button.onfocus = () => {
        clearTimeout(resting);
        resting = setTimeout(async () => (await load()).prepare(this.dataset['runner'] as RunnerName), 150);
      };
    }
    const [id, code] = location.hash.slice(1).split('~');
    if (code && id === this.id) void load().then(({ liveExample }) => liveExample(this).openShared(code));
  }
}

const load = (): Promise<typeof import('./live-example.ts')> => import('./live-example.ts');

customElements.define('code-example', CodeExample);
