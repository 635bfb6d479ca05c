import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { watchProcessorTime } from '../../../../src/runners/pyodide/processor-time.ts';
import { ensureStandardLibrary } from '../../../../src/runners/pyodide/standard-library.ts';

/** What is run in an interpreter without defences. */
export interface Trial {
  readonly code: string;
  /** Run after it in the same interpreter. */
  readonly probe?: string;
  /** Whether it is run by `harness.py`. */
  readonly harnessed?: boolean;
  /** Whether it is expected to go on for ever. */
  readonly endless?: boolean;
  /** Whether what it began, as a connection, goes on after it. */
  readonly goesOn?: boolean;
}

export interface Trace {
  readonly status: 'ended' | 'failed' | 'broken';
  readonly output: string;
  readonly probed: string;
  /** Whether another program could be run. */
  readonly usable: boolean;
  /** Whether nothing is left of it, so that another trial may follow in the same process. */
  readonly reusable: boolean;
}

/** Milliseconds of processor time after which a program is endless, or taken for it; booting is not counted. */
const patience = { endless: 1000, other: 60_000 };

/** Runs one program after another; a process that one of them took down is replaced. */
export class Undefended {
  #process: ChildProcess | undefined;
  readonly #left: ChildProcess[] = [];

  async run(trial: Trial): Promise<Trace | 'endless' | 'died'> {
    const child = this.#process ?? (await this.#start());
    return new Promise((resolve) => {
      const settle = (trace: Trace | 'endless' | 'died'): void => {
        stop();
        if (typeof trace === 'string' || !trace.reusable) this.#leave(child);
        child.removeAllListeners();
        resolve(trace);
      };
      const stop = watchProcessorTime(child.pid ?? 0, trial.endless ? patience.endless : patience.other, () => {
        child.kill('SIGKILL');
        settle('endless');
      });
      child.once('exit', () => settle('died'));
      child.once('message', (trace: Trace) => settle(trace));
      child.send(trial);
    });
  }

  #leave(child: ChildProcess): void {
    this.#process = undefined;
    this.#left.push(child);
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, 'undefended-process.ts'), [await ensureStandardLibrary()], {
      stdio: 'ignore',
    });
    this.#process = child;
    await once(child, 'message');
    return child;
  }

  close(): void {
    for (const child of [this.#process, ...this.#left]) child?.kill('SIGKILL');
  }
}
