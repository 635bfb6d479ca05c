import { copyText } from './copy-text.ts';
import { pageLabels } from './page-labels.ts';

/** Copies the code that a button stands behind. */
export async function copyBlock(button: Element): Promise<void> {
  if (!(await copyText(button.previousElementSibling?.textContent ?? ''))) return;
  const copy = button.textContent;
  const { copied } = await pageLabels();
  if (copy === copied) return;
  tell(copied);
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = copy;
  }, 2000);
}

/** The sign behind a heading also copies its address, with Arabic letters as they are: `…/#ملخص`. */
export async function copyAnchor({ href }: HTMLAnchorElement): Promise<void> {
  if (await copyText(decodeURI(href))) tell((await pageLabels()).copied);
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
