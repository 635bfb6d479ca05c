import type { OutputChunk } from '../examples/runner.ts';

/** The panel below an example, written by `src/site/example-output.ts`: now with what a run in this browser prints. */
export interface OutputPanel {
  /** Empties it for a run. */
  clear(): void;
  print(chunk: OutputChunk): void;
  /** Shows the uncaught error on a line of its own, and drops the final line end, as in the recorded output. */
  end(error?: string): void;
  /** Shows the recorded output again. */
  restore(): void;
}

export function outputPanel(panel: HTMLElement, text: HTMLElement): OutputPanel {
  const recorded = [...text.childNodes];
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
  const show = (): void => {
    if (waiting.length === 0) return;
    panel.hidden = false;
    for (const chunk of joined(waiting.splice(0))) add(chunk.stream, chunk.text);
    text.scrollTop = text.scrollHeight;
  };
  return {
    clear() {
      waiting.length = 0;
      text.replaceChildren();
      panel.hidden = true;
    },
    print(chunk) {
      // Thousands of lines may come between two frames.
      if (waiting.push(chunk) === 1) requestAnimationFrame(show);
    },
    end(error) {
      show();
      const printed = text.textContent;
      if (error) {
        panel.hidden = false;
        add('uncaught-error', printed === '' || printed.endsWith('\n') ? error : `\n${error}`);
      } else if (printed.endsWith('\n')) {
        const last = text.lastElementChild;
        last?.replaceChildren(last.textContent.slice(0, -1));
        panel.hidden = printed.trim() === '';
      }
    },
    restore() {
      waiting.length = 0;
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
