import type { RunnerName } from '../article/article.ts';

/** Milliseconds that a pointer rests on a button of someone who may press it. */
const rest = 150;

let resting: ReturnType<typeof setTimeout> | undefined;

/** Runs or edits an example whose button was pressed, and prepares for that where a reader reaches for it. */
export function handleExample({ type }: Event, target: Element): void {
  const button = target.closest('.example-run, .example-edit');
  const example = button?.closest<HTMLElement>('code-example');
  if (!button || !example) return;
  // The run loads what it needs itself; prepared besides, a second one would be booted. Pressed,
  // it gets the focus besides.
  clearTimeout(resting);
  if (type === 'click') void use(example, button.matches('.example-run') ? 'run' : 'edit');
  if (type === 'pointerover' || type === 'focusin') {
    resting = setTimeout(async () => (await load()).prepare(example.dataset['runner'] as RunnerName), rest);
  }
}

/** Opens the example whose code came with the page's address. */
export function openSharedCode(): void {
  const [id, code] = location.hash.slice(1).split('~');
  const example = code && document.querySelector<HTMLElement>(`code-example[id="${CSS.escape(id ?? '')}"]`);
  if (example) void load().then(({ liveExample }) => liveExample(example).openShared(code));
}

async function use(example: HTMLElement, action: 'run' | 'edit'): Promise<void> {
  if (action === 'run') example.ariaBusy = 'true';
  try {
    await (await load()).liveExample(example)[action]();
  } catch (error) {
    // The reader may press again.
    example.ariaBusy = 'false';
    throw error;
  }
}

/** Nothing of what runs or edits examples is loaded before the reader reaches for one. */
const load = (): Promise<typeof import('./live-example.ts')> => import('./live-example.ts');
