import type { RunLabels } from '../site/locales/run-labels.ts';

/**
 * A line to type below the output, for a program that reads one.
 *
 * @param answer is given the line
 * @returns takes the form away
 */
export function askForLine(element: HTMLElement, labels: RunLabels, answer: (line: string) => void): () => void {
  const form = document.createElement('form');
  form.className = 'example-input';
  const field = document.createElement('input');
  field.type = 'text';
  field.dir = 'auto';
  field.autocomplete = 'off';
  field.ariaLabel = field.placeholder = labels.inputLine;
  const send = document.createElement('button');
  send.textContent = labels.send;
  form.append(field, send);
  form.onsubmit = (event) => {
    event.preventDefault();
    answer(field.value);
  };
  element.querySelector('.example-output')?.after(form);
  const { activeElement } = document;
  // Not away from where else on the page the reader is by now.
  if (element.contains(activeElement) || activeElement === document.body) field.focus();
  return () => form.remove();
}
