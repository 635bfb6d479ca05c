type Tools = typeof import('./page.ts');
let tools: Tools | undefined;

/**
 * The one script that a page loads with itself. What makes it more than a text to read comes with the reader's
 * first sign, and is given every event from that one on, so that no click is lost while it is on its way.
 */
const load = async (): Promise<Tools> => {
  tools ??= await import('./page.ts');
  return tools;
};

for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout', 'click', 'change']) {
  addEventListener(type, (event) => (tools ? tools.handle(event) : void load().then(({ handle }) => handle(event))));
}
// Code that came with a link; and on the page of the search nobody has to reach for the field.
if (location.hash.includes('~') || document.querySelector('.search-page')) void load();

/** `/`, or Ctrl or Command with K, leads to the search; where a reader is writing, they mean something else. */
addEventListener('keydown', (event) => {
  const { key, keyCode, ctrlKey, metaKey, altKey } = event;
  // On an Arabic keyboard the `key` is `ن`, and the `code` is that of a place, which on others has other letters.
  const isK = keyCode === 75;
  const isShortcut = ctrlKey || metaKey ? isK : key === '/';
  // The editor of an example is in a shadow tree: outside of it, the event's target is what holds the tree.
  const [target] = event.composedPath();
  const isWriting = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  if (!isShortcut || altKey || isWriting) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>('[type=search]')?.select();
});

// Keeps visited pages readable without a network. While the site is written, nothing may stand
// between it and the writer.
if (import.meta.env.PROD) {
  addEventListener(
    'load',
    () => void navigator.serviceWorker?.register(`${import.meta.env.BASE_URL}service-worker.js`),
  );
}
