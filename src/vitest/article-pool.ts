import { ForksPoolWorker, type PoolOptions, type PoolRunnerInitializer, type WorkerRequest } from 'vitest/node';

/**
 * Vitest's own pool of processes, but one that keeps a process for the next run. With it, an article that was
 * saved meets interpreters that have long started.
 */
export function articlePool(): PoolRunnerInitializer {
  const idle: WarmWorker[] = [];
  return {
    name: 'mithal',
    createPoolWorker: (options) => idle.pop() ?? new WarmWorker(options, (worker) => idle.push(worker)),
  };
}

type Listener = Parameters<ForksPoolWorker['on']>[1];

/** Looks to Vitest as if it were stopped and started again; the process goes on, and ends with Vitest's. */
class WarmWorker extends ForksPoolWorker {
  override readonly name = 'mithal';
  readonly #keep: (worker: WarmWorker) => void;
  readonly #listeners = new Set<readonly [event: string, listener: Listener]>();
  #alive = false;

  constructor(options: PoolOptions, keep: (worker: WarmWorker) => void) {
    super(options);
    this.#keep = keep;
  }

  override on(event: string, listener: Listener): void {
    this.#listeners.add([event, listener]);
    super.on(event, listener);
  }

  override async start(): Promise<void> {
    if (this.#alive) return;
    await super.start();
    this.#alive = true;
    super.on('exit', () => {
      this.#alive = false;
    });
  }

  override send(message: WorkerRequest): void {
    if (message.type !== 'stop' || !this.#alive) {
      super.send(message);
      return;
    }
    // The process would take it as its end.
    const answer = { type: 'stopped', __vitest_worker_response__: true };
    for (const [event, listener] of this.#listeners) if (event === 'message') setImmediate(listener, answer);
  }

  override async stop(): Promise<void> {
    if (!this.#alive) return;
    for (const [event, listener] of this.#listeners) super.off(event, listener);
    this.#listeners.clear();
    this.#keep(this);
  }
}
