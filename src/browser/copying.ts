/** Gives every block of code that is only shown a button that copies it; examples that run have their own. */
export function addCopyButtons(copy: string, copied: string): void {
  for (const block of document.querySelectorAll<HTMLElement>('.plain-block > pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.textContent ?? '');
      tell(copied);
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 2000);
    });
    block.after(button);
  }
}

/** A heading's own link also copies its address, with Arabic letters as they are: `…/#ملخص`. */
export function copyAnchors(copied: string): void {
  document.addEventListener('click', async ({ target }) => {
    const anchor = target instanceof Element ? target.closest<HTMLAnchorElement>('.anchor') : null;
    if (!anchor) return;
    await navigator.clipboard?.writeText(decodeURI(anchor.href));
    tell(copied);
  });
}

let status: HTMLElement | undefined;

/** Tells readers of a screen. */
function tell(text: string): void {
  if (!status) {
    status = document.createElement('p');
    status.className = 'sr-only';
    status.role = 'status';
    document.body.append(status);
  }
  // The same text again would not be read again.
  status.textContent = '';
  const region = status;
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
