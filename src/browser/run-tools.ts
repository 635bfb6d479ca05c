import type { RunnerName } from '../article/article.ts';
import { fill } from '../site/locales/plural.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';
import { askForLine } from './input-form.ts';
import type { OutputPanel } from './output-panel.ts';
import type { Program } from './program.ts';
import { part, statusLine, stopButton, swap } from './run-controls.ts';
import type { RunEnd } from './run-messages.ts';
import { endText, lastText, lineOf, progressText } from './run-texts.ts';
import { type RunEvent, startRun } from './runners.ts';

/** Run and Stop of an example, its status line and its output. */
export class RunTools {
  readonly #element: HTMLElement;
  readonly #program: Program;
  readonly #labels: RunLabels;
  readonly #run: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #output: OutputPanel;
  readonly #status: HTMLElement;
  /** Ends what loads, runs or waits for a line; undefined: nothing does. */
  #end: (() => void) | undefined;

  constructor(element: HTMLElement, program: Program, output: OutputPanel, labels: RunLabels) {
    this.#element = element;
    this.#program = program;
    this.#output = output;
    this.#labels = labels;
    this.#run = part(element, '.example-run');
    this.#stop = stopButton(this.#run, labels);
    this.#stop.addEventListener('click', () => this.stop());
    this.#status = statusLine(this.#run);
  }

  start(): void {
    if (this.#end) this.stop();
    this.#element.ariaBusy = 'true';
    this.#status.textContent = this.#labels.loading;
    swap(this.#run, this.#stop);
    void this.#begin([], randomSeed());
  }

  stop(): void {
    this.#end?.();
    this.#output.end();
    this.#finish(this.#labels.stopped);
  }

  say(text: string): void {
    this.#status.ariaLive = 'polite';
    this.#status.textContent = text;
  }

  /** Shows the recorded output again, and says nothing. */
  reset(): void {
    if (this.#end) this.stop();
    this.#output.restore();
    this.#status.textContent = '';
  }

  /** Takes the output away: it is of another program. */
  clear(): void {
    this.reset();
    this.#output.begin(false);
  }

  /** @param answers the lines that the reader has typed so far, for which the program runs again from its beginning */
  async #begin(answers: readonly string[], seed: number): Promise<void> {
    const pass = { text: this.#program.text(), isEdited: this.#program.isEdited(), answers, seed };
    this.#program.editor?.markLine(undefined);
    let stopped = false;
    this.#end = () => {
      stopped = true;
    };
    const steps = await this.#program.steps().catch((error: Error) => error);
    if (stopped) return;
    if (steps instanceof Error) return this.#receive({ kind: 'failed', reason: steps.message }, pass);
    if ('text' in steps) {
      this.#output.begin(false);
      return this.#showEnd({ kind: 'error', error: steps }, pass);
    }
    // What an example reads is recorded with it; a reader's own program asks the reader.
    const order = { steps, seed, ...(pass.isEdited && { input: { answers } }) };
    this.#end = startRun(this.#element.dataset['runner'] as RunnerName, order, (event) => this.#receive(event, pass));
  }

  #receive(event: RunEvent, pass: Pass): void {
    // Megabyte after megabyte is not to be read aloud.
    this.#status.ariaLive = event.kind === 'loading' ? 'off' : 'polite';
    switch (event.kind) {
      case 'loading':
        this.#status.textContent = progressText(event, this.#labels);
        break;
      case 'running':
        this.#status.textContent = this.#labels.running;
        this.#output.begin(pass.answers.length > 0);
        break;
      case 'output':
        this.#output.print(event.chunk);
        break;
      case 'ended':
        if (event.end.kind === 'input') this.#ask(pass);
        else this.#showEnd(event.end, pass);
        break;
      case 'failed':
        this.#output.restore();
        this.#finish(fill(this.#labels.failed, { reason: event.reason }));
    }
  }

  #ask({ answers, seed }: Pass): void {
    this.#output.flush();
    this.#status.textContent = this.#labels.waiting;
    const close = askForLine(this.#element, this.#labels, (line) => {
      // With the field, the focus would go.
      this.#stop.focus();
      close();
      this.#output.echo(`${line}\n`);
      void this.#begin([...answers, line], seed);
    });
    this.#end = close;
  }

  #showEnd(end: RunEnd, { text, isEdited }: Pass): void {
    this.#output.end(lastText(end, isEdited));
    this.#finish(endText(end, this.#labels));
    if (!isEdited && this.#mustRepeat(end) && this.#output.differs()) this.#status.append(' ', this.#labels.otherWords);
    const isSameText = this.#program.text() === text;
    const line = isEdited && isSameText ? lineOf(end) : undefined;
    this.#program.editor?.markLine(line);
    if (line) this.#status.append(' ', this.#lineButton(line));
  }

  /** Whether it ended as it did in the build, in another engine; Python is the same interpreter here. */
  #mustRepeat({ kind }: RunEnd): boolean {
    const isVerified = this.#element.querySelector('[data-status="verified"]') !== null;
    return this.#element.dataset['runner'] === 'node' && isVerified && ['completed', 'error'].includes(kind);
  }

  #finish(text: string): void {
    this.#end = undefined;
    this.#element.ariaBusy = 'false';
    this.#status.textContent = text;
    this.#run.textContent = this.#labels.runAgain;
    swap(this.#stop, this.#run);
  }

  #lineButton(line: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'example-line';
    button.textContent = fill(this.#labels.goToLine, { line });
    button.onclick = () => this.#program.editor?.goToLine(line);
    return button;
  }
}

/** The program, as it was when it began, from there to its end or to the next line that it reads. */
interface Pass {
  readonly text: string;
  readonly isEdited: boolean;
  readonly answers: readonly string[];
  readonly seed: number;
}

/** A positive number of 31 bits, another one every time. */
function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
