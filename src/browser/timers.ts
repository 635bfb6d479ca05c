import { inspect } from 'node-inspect-extracted';
import { apply, insertAt, placeOf, removeAt } from './language-methods.ts';
import { nodeError } from './thrown-value.ts';

/**
 * Timers in Node's order: by the millisecond at which they are due, counted from the turn of the event loop that set
 * them, so that the order does not depend on how busy the machine is. They take real time.
 */
export class Timers {
  /** By the time they are due. */
  readonly #queue: Timeout[] = [];
  readonly #byId = new Map<number, Timeout>();
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #clearTimeout = globalThis.clearTimeout.bind(globalThis);
  readonly #elapsed: () => number;
  readonly #turn: (work: () => void) => Promise<void>;
  readonly #isAlive: () => boolean;
  #turnTime: number | undefined;
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  /**
   * @param turn does some work as a turn of the event loop of its own, and resolves when that is over
   * @param isAlive whether the program has not ended: the timers that do not keep it alive do not run after its end
   */
  constructor(turn: (work: () => void) => Promise<void>, isAlive: () => boolean) {
    const { performance } = globalThis;
    const start = performance.now();
    this.#elapsed = () => performance.now() - start;
    this.#turn = turn;
    this.#isAlive = isAlive;
  }

  /** Whether a timer waits that keeps the program alive. */
  isHolding(): boolean {
    return placeOf(this.#queue, (timer) => timer.hasRef()) >= 0;
  }

  /** What is set from here to `endTurn` is set at the same time. */
  beginTurn(time: number = Math.floor(this.#elapsed())): void {
    this.#turnTime = time;
  }

  endTurn(): void {
    this.#turnTime = undefined;
  }

  /** The functions of this name that programs call. */
  functions(): Readonly<Record<string, unknown>> {
    const clear = (timer?: unknown): void => {
      if (timer instanceof Timeout) timer.close();
      else if (timer !== undefined) this.#byId.get(Number(timer))?.close();
    };
    return {
      setTimeout: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
        new Timeout(this, checkedCallback(callback, args), delay, false),
      setInterval: (callback: unknown, delay?: unknown, ...args: unknown[]) =>
        new Timeout(this, checkedCallback(callback, args), delay, true),
      clearTimeout: clear,
      clearInterval: clear,
    };
  }

  newId(timer: Timeout): number {
    this.#lastId++;
    this.#byId.set(this.#lastId, timer);
    return this.#lastId;
  }

  add(timer: Timeout): void {
    timer.due = (this.#turnTime ?? Math.floor(this.#elapsed())) + timer.delay;
    const later = placeOf(this.#queue, ({ due }) => due > timer.due);
    insertAt(this.#queue, later < 0 ? this.#queue.length : later, timer);
    this.#setAlarm();
  }

  remove(timer: Timeout): void {
    const place = placeOf(this.#queue, (other) => other === timer);
    if (place < 0) return;
    removeAt(this.#queue, place);
    this.#setAlarm();
  }

  #setAlarm(): void {
    this.#clearTimeout(this.#alarm);
    const next = this.#queue[0];
    if (next) this.#alarm = this.#setTimeout(() => void this.#fire(), Math.max(0, next.due - this.#elapsed()));
  }

  async #fire(): Promise<void> {
    await this.#turn(() => {
      const next = this.#queue[0];
      if (!next || next.due > this.#elapsed() || !this.#isAlive()) return;
      this.remove(next);
      this.beginTurn(next.due);
      next.call();
    });
    this.endTurn();
    if (this.#isAlive()) this.#setAlarm();
  }
}

/** What `setTimeout` returns. */
class Timeout {
  due = 0;
  readonly delay: number;
  readonly #timers: Timers;
  readonly #callback: () => void;
  readonly #repeats: boolean;
  readonly #id: number;
  #referenced = true;

  constructor(timers: Timers, callback: () => void, delay: unknown, repeats: boolean) {
    this.#timers = timers;
    this.#callback = callback;
    this.#repeats = repeats;
    this.delay = milliseconds(delay);
    this.#id = timers.newId(this);
    timers.add(this);
  }

  call(): void {
    if (this.#repeats) this.#timers.add(this);
    this.#callback();
  }

  refresh(): this {
    this.#timers.remove(this);
    this.#timers.add(this);
    return this;
  }

  ref(): this {
    this.#referenced = true;
    return this;
  }

  unref(): this {
    this.#referenced = false;
    return this;
  }

  hasRef(): boolean {
    return this.#referenced;
  }

  close(): this {
    this.#timers.remove(this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }
}

/** @throws TypeError in Node's words for what is no function */
function checkedCallback(callback: unknown, args: readonly unknown[]): () => void {
  if (typeof callback === 'function') return () => void apply(callback, undefined, args);
  const message = `The "callback" argument must be of type function. Received ${received(callback)}`;
  throw nodeError(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
}

function received(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return `an instance of ${value.constructor?.name ?? inspect(value, { depth: -1 })}`;
  return `type ${typeof value} (${inspect(value)})`;
}

/** Node's limits: what is less than 1, more than 31 bits or no number becomes 1. */
function milliseconds(delay: unknown): number {
  const number = Number(delay);
  return number >= 1 && number <= 2 ** 31 - 1 ? Math.trunc(number) : 1;
}
