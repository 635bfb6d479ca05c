import type { Step } from '../examples/runner.ts';
import type { RunMessage, RunRequest } from './run-messages.ts';

/** A worker that has booted and is free; one of them is kept for the next run. */
let warmPython: Worker | undefined;

/**
 * Runs the steps in a worker, Python in one that is kept.
 *
 * @returns stops the run, whatever it does
 */
export function startRun(runner: string, steps: readonly Step[], receive: (message: RunMessage) => void): () => void {
  const worker = runner === 'pyodide' ? pythonWorker() : jsWorker();
  const stop = (): void => {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<RunMessage>) => {
    if (data.kind === 'failed') stop();
    if (data.kind === 'ended') {
      worker.onmessage = worker.onerror = null;
      if (data.reusable && !warmPython) warmPython = worker;
      else worker.terminate();
    }
    receive(data);
  };
  // It could not be fetched: what goes wrong inside is a message.
  worker.onerror = ({ message }) => {
    stop();
    receive({ kind: 'failed', reason: message || 'network' });
  };
  worker.postMessage({ steps } satisfies RunRequest);
  return stop;
}

function pythonWorker(): Worker {
  const worker = warmPython ?? new Worker(new URL('./python-worker.ts', import.meta.url), { type: 'module' });
  warmPython = undefined;
  return worker;
}

function jsWorker(): Worker {
  return new Worker(new URL('./js-worker.ts', import.meta.url), { type: 'module' });
}
