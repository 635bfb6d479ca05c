import { OwnPromise } from './language-methods.ts';
import { Timers } from './timers.ts';

/** The event loop of a program in a worker: unlike the worker's own it can be seen to be over. */
export class EventLoop {
  readonly #timers = new Timers(
    (work) => this.#run(work),
    () => this.#isAlive(),
  );
  readonly #queue = taskQueue();
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #uncaught: (thrown: unknown) => void;
  #held = 0;
  #turns = 0;

  /** @param uncaught is told what the work of a turn threw */
  constructor(uncaught: (thrown: unknown) => void) {
    this.#uncaught = uncaught;
  }

  /** Puts Node's timers into the place of the worker's, and keeps count of the platform's own work. */
  install(): void {
    Object.assign(globalThis, this.#timers.functions());
    this.#holdCallsOf(Blob.prototype, (name) => ['arrayBuffer', 'bytes', 'text'].includes(name));
    this.#holdCallsOf(WebAssembly, (name) => name === 'compile' || name === 'instantiate');
  }

  /** Runs the work, and everything that follows from it, until nothing is left that could happen. */
  async runToEnd(work: () => void): Promise<void> {
    this.#timers.beginTurn();
    await this.#run(work);
    this.#timers.endTurn();
    for (let quiet = 0; quiet < 2; ) {
      const turns = this.#turns;
      await this.#pause(grace);
      quiet = this.#turns === turns && !this.#isAlive() ? quiet + 1 : 0;
    }
  }

  #isAlive(): boolean {
    return this.#held > 0 || this.#timers.isHolding();
  }

  /** One turn; over when the reports of promises that were rejected in it have come. */
  async #run(work: () => void): Promise<void> {
    await this.#queue.behindAll();
    this.#turns++;
    try {
      work();
    } catch (thrown) {
      this.#uncaught(thrown);
    }
    await this.#queue.behindAll();
  }

  #pause(milliseconds: number): Promise<void> {
    return new OwnPromise((resolve) => this.#setTimeout(resolve, milliseconds));
  }

  #holdCallsOf(owner: object, isHeld: (name: string) => boolean): void {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      const original: unknown = property.value;
      if (typeof original !== 'function' || !isHeld(name)) continue;
      const loop = this;
      Object.defineProperty(owner, name, {
        ...property,
        value: function (this: unknown, ...args: unknown[]) {
          const result: unknown = original.apply(this, args);
          loop.#hold(result);
          return result;
        },
      });
    }
  }

  #hold(result: unknown): void {
    this.#held++;
    const settled = (): void => {
      this.#held--;
      this.#turns++;
    };
    Promise.resolve(result).then(settled, settled);
  }
}

/** Milliseconds for work of the platform that nobody counts, as that of streams. */
const grace = 20;

/** Two messages make one place in the queue: the first comes before what its own turn has still to report. */
function taskQueue(): { behindAll(): Promise<void> } {
  const { port1, port2 } = new MessageChannel();
  const send = port2.postMessage.bind(port2, undefined, undefined);
  const waiting: (() => void)[] = [];
  let come = 0;
  port1.onmessage = () => {
    waiting[come]?.();
    delete waiting[come];
    come++;
  };
  const hop = (): Promise<void> =>
    new OwnPromise((resolve) => {
      waiting[waiting.length] = resolve;
      send();
    });
  return {
    async behindAll() {
      await hop();
      await hop();
    },
  };
}
