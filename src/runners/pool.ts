import { limitConcurrency } from './limit-concurrency.ts';

/** A process that does one job at a time. */
export interface Worker {
  /** False once it may not be given another job: it died, was killed, or carries traces of the last one. */
  readonly usable: boolean;
  /** Ends the process at once. */
  close(): void;
}

/** Hands out workers that are all alike except for their key. */
export interface Pool<W extends Worker> {
  /** Runs the job with a worker started for this key; waits while as many jobs as the pool is wide are running. */
  use<T>(key: string, job: (worker: W) => Promise<T>): Promise<T>;
  /** Ends all workers; running jobs end as their worker does. */
  close(): void;
}

/**
 * A pool that starts workers when they are needed, keeps them for the next job of their key, and replaces those that
 * are no longer usable.
 *
 * @param width how many jobs run at once; twice as many workers are kept at most
 */
export function createPool<W extends Worker>(width: number, start: (key: string) => Promise<W>): Pool<W> {
  const workers = new Set<W>();
  const idle: { readonly key: string; readonly worker: W }[] = [];
  const inTurn = limitConcurrency(width);
  let closed = false;

  const end = (worker: W): void => {
    workers.delete(worker);
    worker.close();
  };

  const workerFor = async (key: string): Promise<W> => {
    if (closed) throw new Error('The pool is closed');
    for (;;) {
      const index = idle.findLastIndex((entry) => entry.key === key);
      const worker = idle.splice(index, index < 0 ? 0 : 1)[0]?.worker;
      if (!worker) break;
      if (worker.usable) return worker;
      end(worker);
    }
    const oldest = workers.size >= 2 * width ? idle.shift() : undefined;
    if (oldest) end(oldest.worker);
    const worker = await start(key);
    workers.add(worker);
    if (closed) {
      end(worker);
      throw new Error('The pool was closed while a worker started');
    }
    return worker;
  };

  return {
    use: (key, job) =>
      inTurn(async () => {
        const worker = await workerFor(key);
        try {
          return await job(worker);
        } finally {
          if (worker.usable && !closed) idle.push({ key, worker });
          else end(worker);
        }
      }),
    close() {
      closed = true;
      for (const worker of workers) end(worker);
    },
  };
}
