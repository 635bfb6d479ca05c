import { apply } from './builtins.ts';
import type { Internals, Native } from './internals.ts';
import { deliver } from './stacks.ts';

/** Numbers about a file: those of `fs.Stats`. */
type Numbers = Float64Array | BigInt64Array;

/** What was seen of a file: its numbers, or that of the error. */
type Seen = Numbers | number;

/**
 * Lets `fs.watchFile` look at its file in virtual time, between the program's own timers: libuv's handle, which is
 * otherwise C++, is one in JavaScript.
 */
export function watchFilesInVirtualTime(internals: Internals): void {
  internals.beforeLoading(['internal/fs/watchers'], () => {
    internals.binding('fs')['StatWatcher'] = createStatWatcherClass(internals);
  });
}

function createStatWatcherClass(internals: Internals): new (big: unknown) => object {
  const look = createLook(internals);
  const { setImmediate, setInterval, clearInterval } = internals.module('timers') as typeof import('node:timers');

  return class StatWatcher {
    onchange?: Native;
    readonly #big: boolean;
    #seen: Seen | undefined;
    #timer: NodeJS.Timeout | undefined;
    #isReferenced = true;

    constructor(big: unknown) {
      this.#big = big === true;
    }

    start(path: string, interval: number): number {
      this.#seen = look(path, this.#big);
      if (typeof this.#seen === 'number') setImmediate(() => this.#timer && this.#tell(undefined, this.#seen));
      this.#timer = setInterval(() => {
        const before = this.#seen;
        this.#seen = look(path, this.#big);
        if (!isSame(before, this.#seen)) this.#tell(before, this.#seen);
      }, interval);
      if (!this.#isReferenced) this.#timer.unref();
      return 0;
    }

    #tell(before: Seen | undefined, now: Seen | undefined): void {
      const status = typeof now === 'number' ? now : 0;
      const { onchange } = this;
      if (onchange) deliver(() => apply(onchange, this, [status, pairOf(this.#big, now, before)]));
    }

    close(): void {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }

    ref(): void {
      this.#isReferenced = true;
      this.#timer?.ref();
    }

    unref(): void {
      this.#isReferenced = false;
      this.#timer?.unref();
    }

    hasRef(): boolean {
      return this.#isReferenced;
    }

    getAsyncId(): number {
      return 0;
    }
  };
}

function createLook(internals: Internals): (path: string, big: boolean) => Seen {
  const stat = internals.binding('fs')['stat'] as (
    path: string,
    big: boolean,
    request: undefined,
    throwing: boolean,
  ) => Numbers | undefined;
  const noEntry = (internals.binding('uv') as Record<string, number>)['UV_ENOENT'] ?? -2;
  return (path, big) => {
    try {
      const numbers = stat(path, big, undefined, false);
      // A copy: Node uses the same array again and again.
      return numbers ? pairOf(big, numbers) : noEntry;
    } catch (error) {
      return (error as { readonly errno?: number }).errno ?? noEntry;
    }
  };
}

/** The numbers of a file as it is and, in the second half, as it was; zeros where there was none. */
function pairOf(big: boolean, now: Seen | undefined, before?: Seen): Numbers {
  const both = big ? new BigInt64Array(2 * fieldCount) : new Float64Array(2 * fieldCount);
  for (let index = 0; index < fieldCount; index++) {
    if (typeof now === 'object') both[index] = now[index] as never;
    if (typeof before === 'object') both[index + fieldCount] = before[index] as never;
  }
  return both;
}

function isSame(before: Seen | undefined, now: Seen): boolean {
  if (typeof before !== 'object' || typeof now !== 'object') return before === now;
  for (let index = 0; index < fieldCount; index++) {
    if (!isBesideTheFile(index) && before[index] !== now[index]) return false;
  }
  return true;
}

/** Numbers that tell of one file: `kFsStatsFieldsNumber`. */
const fieldCount = 18;

/** Links, the device's own numbers and the time of the last reading, which libuv leaves out too. */
function isBesideTheFile(index: number): boolean {
  return index === 2 || index === 5 || index === 6 || (index >= 9 && index <= 11);
}
