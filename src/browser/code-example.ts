import type { End, Step } from '../examples/runner.ts';
import { fill } from '../site/locales/plural.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';
import { outputPanel } from './output-panel.ts';
import type { RunMessage } from './run-messages.ts';
import { startRun } from './workers.ts';

/** An example of a page. It runs here when the reader asks for it, and nothing is loaded for that before. */
class CodeExample extends HTMLElement {
  connectedCallback(): void {
    const run = this.querySelector<HTMLButtonElement>('.example-run');
    const stop = this.querySelector<HTMLButtonElement>('.example-stop');
    const panel = this.querySelector<HTMLElement>('.example-output');
    const text = this.querySelector<HTMLElement>('.example-output-text');
    if (!run || !stop || !panel || !text || !run.hidden) return;
    run.hidden = false;
    const labels = JSON.parse(document.getElementById('run-labels')?.textContent ?? '{}') as RunLabels;
    const output = outputPanel(panel, text);
    // There before it says anything, or screen readers do not notice.
    const status = document.createElement('p');
    status.className = 'example-progress';
    status.role = 'status';
    run.parentElement?.append(status);

    let end = (): void => {};
    run.addEventListener('click', () => {
      const { steps } = JSON.parse(this.querySelector('.example-world')?.textContent ?? '') as { steps: Step[] };
      status.textContent = labels.loading;
      swap(run, stop);
      end = startRun(this.dataset['runner'] ?? '', steps, receive);
    });
    stop.addEventListener('click', () => {
      end();
      output.end();
      finish(labels.stopped);
    });
    const receive = (message: RunMessage): void => {
      // Megabyte after megabyte is not to be read aloud.
      status.ariaLive = message.kind === 'loading' ? 'off' : 'polite';
      if (message.kind === 'loading') status.textContent = progressText(message, labels);
      if (message.kind === 'running') {
        status.textContent = labels.running;
        output.clear();
      }
      if (message.kind === 'output') output.print(message.chunk);
      if (message.kind === 'ended') {
        output.end(lastText(message.end));
        finish(endText(message.end, labels));
      }
      if (message.kind === 'failed') {
        output.restore();
        finish(fill(labels.failed, { reason: message.reason }));
      }
    };
    const finish = (text: string): void => {
      status.textContent = text;
      run.textContent = labels.runAgain;
      swap(stop, run);
    };
  }
}

/** Hides one button and shows the other, which takes over the focus. */
function swap(from: HTMLElement, to: HTMLElement): void {
  const hadFocus = document.activeElement === from;
  to.hidden = false;
  if (hadFocus) to.focus();
  from.hidden = true;
}

function progressText({ loaded, total }: { loaded: number; total: number }, labels: RunLabels): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return total > 0 ? fill(labels.loadingBytes, { loaded: megabytes(loaded), total: megabytes(total) }) : labels.loading;
}

/** What the panel shows behind the output. */
function lastText(end: End): string | undefined {
  if (end.kind === 'doctest') return end.received;
  return 'error' in end ? end.error?.text : undefined;
}

function endText(end: End, labels: RunLabels): string {
  switch (end.kind) {
    case 'completed':
      return labels.done;
    case 'error':
      return labels.endedWithError;
    case 'doctest':
      return fill(labels.answersDiffer, { line: end.line });
    case 'exit':
      return fill(labels.exited, { code: end.code });
    case 'unsettled-await':
      // Node's exit code for it.
      return fill(labels.exited, { code: 13 });
    case 'output-limit':
    case 'memory-limit':
      return labels.limit;
    case 'unavailable':
    case 'crash':
      return fill(labels.unavailable, { reason: end.reason });
    default:
      return fill(labels.unavailable, { reason: end.kind });
  }
}

customElements.define('code-example', CodeExample);
