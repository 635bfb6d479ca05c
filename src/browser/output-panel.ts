import type { OutputChunk } from '../examples/runner.ts';
import { printedText } from '../site/direction/printed-text.ts';
import { fill } from '../site/locales/plural.ts';
import { shownLength, shownPart } from '../site/render/shown-part.ts';
import { domNodes } from './dom-nodes.ts';

/**
 * The panel below an example, written by `src/site/render/example-output.ts`: now with what a
 * run in this browser prints.
 */
export class OutputPanel {
  readonly #panel: HTMLElement;
  readonly #text: HTMLElement;
  readonly #recorded: readonly ChildNode[];
  readonly #recordedText: string;
  readonly #cutLabel: string;
  readonly #wasHidden: HTMLElement['hidden'];
  /** Printed, and not shown yet. */
  #waiting: OutputChunk[] = [];
  /** Characters that can still be shown; below zero, so many are left out. */
  #room = shownLength;
  /** What the program has printed, and how much of it the run that is going on has printed again. */
  #printed = '';
  #repeated = 0;

  /** @param cutLabel says that `{count}` characters are left out */
  constructor(panel: HTMLElement, text: HTMLElement, cutLabel: string) {
    this.#panel = panel;
    this.#text = text;
    this.#cutLabel = cutLabel;
    this.#recorded = [...text.childNodes];
    this.#recordedText = text.textContent;
    this.#wasHidden = panel.hidden;
  }

  /**
   * Makes room for a run.
   *
   * @param again the same program runs from its beginning, with one more line to read: what it
   * prints again is there already
   */
  begin(again: boolean): void {
    if (again) this.#repeated = 0;
    else this.#clear();
  }

  print({ stream, text: chunk }: OutputChunk): void {
    const text = this.#unrepeated(chunk);
    // Thousands of lines may come between two frames.
    if (text !== '' && this.#waiting.push({ stream, text }) === 1) requestAnimationFrame(() => this.flush());
  }

  /** Shows what the reader typed, as a terminal does. */
  echo(line: string): void {
    this.flush();
    this.#panel.hidden = false;
    this.#add('typed', line);
  }

  /** Shows at once what has been printed. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#panel.hidden = false;
    for (const { stream, text } of joined(this.#waiting.splice(0))) {
      this.#add(stream, text.slice(0, Math.max(0, this.#room)));
      this.#room -= text.length;
    }
    this.#text.scrollTop = this.#text.scrollHeight;
  }

  /** Shows the uncaught error on a line of its own, and drops the final line end, as in the recorded output. */
  end(error?: string): void {
    this.flush();
    if (this.#room < 0) this.#tellCut();
    const shown = this.#text.textContent;
    if (error) {
      this.#panel.hidden = false;
      this.#add('uncaught-error', shown === '' || shown.endsWith('\n') ? error : `\n${error}`);
    } else if (shown.endsWith('\n')) {
      const last = this.#text.lastElementChild;
      last?.replaceChildren(last.textContent.slice(0, -1));
      this.#panel.hidden = shown.trim() === '';
    }
    // Where a line is cut between two chunks, its direction cannot be told before.
    for (const part of this.#text.children) part.replaceChildren(...domNodes(printedText(part.textContent)));
  }

  /** Whether something else is shown than what was recorded. */
  differs(): boolean {
    return this.#text.textContent.trimEnd() !== this.#recordedText.trimEnd();
  }

  /** Shows the recorded output again. */
  restore(): void {
    this.#clear();
    this.#text.replaceChildren(...this.#recorded);
    this.#panel.hidden = this.#wasHidden;
  }

  #clear(): void {
    this.#waiting = [];
    this.#room = shownLength;
    this.#printed = '';
    this.#repeated = 0;
    this.#text.replaceChildren();
    this.#panel.hidden = true;
  }

  /** Says how much is left out: what does not fit, and the beginning of its first line. */
  #tellCut(): void {
    const shown = this.#text.textContent;
    const fits = shownPart(`${shown}…`, shown.length);
    for (let surplus = shown.length - fits.length; surplus > 0; ) {
      const last = this.#text.lastElementChild as Element;
      const { length } = last.textContent;
      if (length > surplus) last.replaceChildren(last.textContent.slice(0, -surplus));
      else last.remove();
      surplus -= length;
    }
    const told = fill(this.#cutLabel, { count: shown.length - fits.length - this.#room });
    this.#add('output-cut', fits.endsWith('\n') ? told : `\n${told}`);
  }

  #add(kind: string, text: string): void {
    if (text === '') return;
    const last = this.#text.lastElementChild;
    if (last?.className === kind) {
      last.append(text);
      return;
    }
    const span = document.createElement('span');
    span.className = kind;
    span.append(text);
    this.#text.append(span);
  }

  /**
   * What of a text is not there already. Should the program print something else than the
   * last time, all is shown anew.
   */
  #unrepeated(chunk: string): string {
    const start = this.#repeated;
    this.#repeated += chunk.length;
    // Looked at for each of a million short lines, what is there would be copied as often.
    if (start === this.#printed.length) {
      this.#printed += chunk;
      return chunk;
    }
    const known = this.#printed.slice(start);
    if (chunk.length <= known.length && known.startsWith(chunk)) return '';
    if (chunk.startsWith(known)) {
      const added = chunk.slice(known.length);
      this.#printed += added;
      return added;
    }
    const all = this.#printed.slice(0, start) + chunk;
    this.#clear();
    this.#printed = all;
    this.#repeated = all.length;
    return all;
  }
}

function joined(chunks: readonly OutputChunk[]): OutputChunk[] {
  const result: OutputChunk[] = [];
  for (const { stream, text } of chunks) {
    const last = result.at(-1);
    if (last?.stream === stream) result[result.length - 1] = { stream, text: last.text + text };
    else result.push({ stream, text });
  }
  return result;
}
