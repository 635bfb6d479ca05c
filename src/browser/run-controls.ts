import type { RunLabels } from '../site/locales/run-labels.ts';

/** Hidden, behind the Run button. */
export function stopButton(run: HTMLElement, labels: RunLabels): HTMLButtonElement {
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'example-stop';
  stop.textContent = labels.stop;
  stop.hidden = true;
  run.after(stop);
  return stop;
}

/** There before it says anything, or screen readers do not notice. */
export function statusLine(run: HTMLElement): HTMLElement {
  const status = document.createElement('p');
  status.className = 'example-progress';
  status.role = 'status';
  run.parentElement?.append(status);
  return status;
}

/** @throws if the page has no such element, which `src/site/render/example-figure.ts` writes */
export function part<T extends HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`an example without ${selector}`);
  return found;
}

/** Hides one button and shows the other, which takes over the focus. */
export function swap(from: HTMLElement, to: HTMLElement): void {
  const hadFocus = document.activeElement === from;
  to.hidden = false;
  if (hadFocus) to.focus();
  from.hidden = true;
}
