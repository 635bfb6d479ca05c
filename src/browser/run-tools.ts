import type { RunnerName } from '../article/article.ts';
import { fill } from '../site/locales/plural.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';
import { askForLine } from './input-form.ts';
import { outputPanel } from './output-panel.ts';
import type { Program } from './program.ts';
import { endText, lastText, lineOf, progressText } from './run-texts.ts';
import { type RunEvent, startRun } from './runners.ts';

/** Run and Stop of an example, its status line and its output. */
export interface RunTools {
  start(): void;
  stop(): void;
  say(text: string): void;
  /** Shows the recorded output again, and says nothing. */
  reset(): void;
  /** Takes the output away: it is of another program. */
  clear(): void;
}

export function runTools(element: HTMLElement, program: Program, labels: RunLabels): RunTools {
  const run = part<HTMLButtonElement>(element, '.example-run');
  const stop = stopButton(run, labels);
  const output = outputPanel(part(element, '.example-output'), part(element, '.example-output-text'));
  const status = statusLine(run);
  // Python is the same interpreter here as in the build.
  const isVerifiedScript =
    element.dataset['runner'] === 'node' && element.querySelector('[data-status="verified"]') !== null;
  let end: (() => void) | undefined;
  let closeInput = (): void => {};

  const finish = (text: string): void => {
    end = undefined;
    element.ariaBusy = 'false';
    status.textContent = text;
    run.textContent = labels.runAgain;
    swap(stop, run);
  };
  const startWith = async (answers: readonly string[], seed: number): Promise<void> => {
    const isEdited = program.isEdited();
    const text = program.text();
    program.editor?.markLine(undefined);
    let stopped = false;
    end = () => {
      stopped = true;
    };
    const steps = await program.steps().catch((error: Error) => error);
    if (stopped) return;
    if (steps instanceof Error) return receive({ kind: 'failed', reason: steps.message });
    if ('text' in steps) {
      output.begin(false);
      return receive({ kind: 'ended', end: { kind: 'error', error: steps }, reusable: false });
    }
    // What an example reads is recorded with it; a reader's own program asks the reader.
    const input = isEdited ? { answers } : undefined;
    end = startRun(element.dataset['runner'] as RunnerName, { steps, seed, ...(input && { input }) }, receive);

    function receive(event: RunEvent): void {
      // Megabyte after megabyte is not to be read aloud.
      status.ariaLive = event.kind === 'loading' ? 'off' : 'polite';
      if (event.kind === 'loading') status.textContent = progressText(event, labels);
      if (event.kind === 'running') {
        status.textContent = labels.running;
        output.begin(answers.length > 0);
      }
      if (event.kind === 'output') output.print(event.chunk);
      if (event.kind === 'ended' && event.end.kind === 'input') {
        output.flush();
        status.textContent = labels.waiting;
        closeInput = askForLine(element, labels, (line) => {
          stop.focus();
          closeInput();
          output.echo(`${line}\n`);
          void startWith([...answers, line], seed);
        });
        end = () => {};
      } else if (event.kind === 'ended') {
        output.end(lastText(event.end, isEdited));
        finish(endText(event.end, labels));
        const isOver = ['completed', 'error'].includes(event.end.kind);
        if (isOver && isVerifiedScript && !isEdited && output.differs()) status.append(' ', labels.otherWords);
        const isSameText = program.text() === text;
        const line = isEdited && isSameText ? lineOf(event.end) : undefined;
        program.editor?.markLine(line);
        if (line) status.append(' ', lineButton(line));
      }
      if (event.kind === 'failed') {
        output.restore();
        finish(fill(labels.failed, { reason: event.reason }));
      }
    }
  };
  const lineButton = (line: number): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'example-line';
    button.textContent = fill(labels.goToLine, { line });
    button.onclick = () => program.editor?.goToLine(line);
    return button;
  };
  const tools: RunTools = {
    start() {
      if (end) tools.stop();
      element.ariaBusy = 'true';
      status.textContent = labels.loading;
      swap(run, stop);
      void startWith([], randomSeed());
    },
    stop() {
      end?.();
      closeInput();
      output.end();
      finish(labels.stopped);
    },
    say(text) {
      status.ariaLive = 'polite';
      status.textContent = text;
    },
    reset() {
      if (end) tools.stop();
      output.restore();
      status.textContent = '';
    },
    clear() {
      tools.reset();
      output.begin(false);
    },
  };
  stop.addEventListener('click', tools.stop);
  return tools;
}

function stopButton(run: HTMLElement, labels: RunLabels): HTMLButtonElement {
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'example-stop';
  stop.textContent = labels.stop;
  stop.hidden = true;
  run.after(stop);
  return stop;
}

/** There before it says anything, or screen readers do not notice. */
function statusLine(run: HTMLElement): HTMLElement {
  const status = document.createElement('p');
  status.className = 'example-progress';
  status.role = 'status';
  run.parentElement?.append(status);
  return status;
}

function part<T extends HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`an example without ${selector}`);
  return found;
}

/** Hides one button and shows the other, which takes over the focus. */
function swap(from: HTMLElement, to: HTMLElement): void {
  const hadFocus = document.activeElement === from;
  to.hidden = false;
  if (hadFocus) to.focus();
  from.hidden = true;
}

/** A positive number of 31 bits, another one every time. */
function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
