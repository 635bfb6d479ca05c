import type { OutputChunk } from '../examples/runner.ts';
import { printedText } from '../site/printed-text.ts';
import { domNodes } from './dom-nodes.ts';

/** The panel below an example, written by `src/site/example-output.ts`: now with what a run in this browser prints. */
export interface OutputPanel {
  /**
   * Makes room for a run.
   *
   * @param again the same program runs from its beginning, with one more line to read: what it prints again is there already
   */
  begin(again: boolean): void;
  print(chunk: OutputChunk): void;
  /** Shows what the reader typed, as a terminal does. */
  echo(line: string): void;
  /** Shows at once what has been printed. */
  flush(): void;
  /** Shows the uncaught error on a line of its own, and drops the final line end, as in the recorded output. */
  end(error?: string): void;
  /** Whether something else is shown than what was recorded, as far as that stands in the page. */
  differs(): boolean;
  /** Shows the recorded output again. */
  restore(): void;
}

export function outputPanel(panel: HTMLElement, text: HTMLElement): OutputPanel {
  const recorded = [...text.childNodes];
  const recordedText = text.textContent;
  const isCut = text.querySelector('.output-cut') !== null;
  const wasHidden = panel.hidden;
  const waiting: OutputChunk[] = [];
  const add = (kind: string, printed: string): void => {
    if (printed === '') return;
    const last = text.lastElementChild;
    if (last?.className === kind) {
      last.append(printed);
      return;
    }
    const span = document.createElement('span');
    span.className = kind;
    span.append(printed);
    text.append(span);
  };
  /** What the program has printed, and how much of it the run that is going on has printed again. */
  let printed = '';
  let repeated = 0;
  const show = (): void => {
    if (waiting.length === 0) return;
    panel.hidden = false;
    for (const chunk of joined(waiting.splice(0))) add(chunk.stream, chunk.text);
    text.scrollTop = text.scrollHeight;
  };
  const clear = (): void => {
    waiting.length = 0;
    printed = '';
    repeated = 0;
    text.replaceChildren();
    panel.hidden = true;
  };
  /** What of a text is not there already. Should the program print something else than the last time, all is shown anew. */
  const unrepeated = (chunk: string): string => {
    const start = repeated;
    repeated += chunk.length;
    const known = printed.slice(start);
    if (chunk.length <= known.length && known.startsWith(chunk)) return '';
    if (chunk.startsWith(known)) {
      printed += chunk.slice(known.length);
      return chunk.slice(known.length);
    }
    const all = printed.slice(0, start) + chunk;
    clear();
    printed = all;
    repeated = all.length;
    return all;
  };
  return {
    begin(again) {
      if (again) repeated = 0;
      else clear();
    },
    print({ stream, text: chunk }) {
      const added = unrepeated(chunk);
      // Thousands of lines may come between two frames.
      if (added !== '' && waiting.push({ stream, text: added }) === 1) requestAnimationFrame(show);
    },
    echo(line) {
      show();
      panel.hidden = false;
      add('typed', line);
    },
    flush: show,
    end(error) {
      show();
      const shown = text.textContent;
      if (error) {
        panel.hidden = false;
        add('uncaught-error', shown === '' || shown.endsWith('\n') ? error : `\n${error}`);
      } else if (shown.endsWith('\n')) {
        const last = text.lastElementChild;
        last?.replaceChildren(last.textContent.slice(0, -1));
        panel.hidden = shown.trim() === '';
      }
      // Where a line is cut between two chunks, its direction cannot be told before.
      for (const part of text.children) part.replaceChildren(...domNodes(printedText(part.textContent)));
    },
    differs: () => !isCut && text.textContent.trimEnd() !== recordedText.trimEnd(),
    restore() {
      clear();
      text.replaceChildren(...recorded);
      panel.hidden = wasHidden;
    },
  };
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
