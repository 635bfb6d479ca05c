import { apply } from './builtins.ts';
import type { Internals, Native } from './internals.ts';
import { deliver } from './stacks.ts';

/** Numbers about a file: those of `fs.Stats`. */
type Numbers = Float64Array | BigInt64Array;

/**
 * Lets `fs.watchFile` look at its file in virtual time, between the program's own timers: libuv's handle, which is
 * otherwise C++, is one in JavaScript.
 */
export function watchFilesInVirtualTime(internals: Internals): void {
  internals.beforeLoading(['internal/fs/watchers'], () => {
    const fs = internals.binding('fs');
    const stat = fs['stat'] as (
      path: string,
      big: boolean,
      request: undefined,
      throwing: boolean,
    ) => Numbers | undefined;
    const noEntry = (internals.binding('uv') as Record<string, number>)['UV_ENOENT'] ?? -2;
    const { setImmediate, setInterval, clearInterval } = internals.module('timers') as typeof import('node:timers');

    class StatWatcher {
      onchange?: Native;
      readonly #big: boolean;
      /** Of the last look: the file, or the number of the error. */
      #seen: Numbers | number | undefined;
      #timer: NodeJS.Timeout | undefined;
      #isReferenced = true;

      constructor(big: unknown) {
        this.#big = big === true;
      }

      start(path: string, interval: number): number {
        this.#seen = this.#look(path);
        if (typeof this.#seen === 'number') setImmediate(() => this.#timer && this.#tell(undefined, this.#seen));
        this.#timer = setInterval(() => {
          const before = this.#seen;
          this.#seen = this.#look(path);
          if (!isSame(before, this.#seen)) this.#tell(before, this.#seen);
        }, interval);
        if (!this.#isReferenced) this.#timer.unref();
        return 0;
      }

      #look(path: string): Numbers | number {
        try {
          const numbers = stat(path, this.#big, undefined, false);
          // Node uses the same array again and again; its second half is for the file as it was before.
          return numbers ? this.#copy(numbers) : noEntry;
        } catch (error) {
          return (error as { readonly errno?: number }).errno ?? noEntry;
        }
      }

      #copy(now: Numbers, before?: Numbers): Numbers {
        const both = this.#big ? new BigInt64Array(2 * fieldCount) : new Float64Array(2 * fieldCount);
        for (let index = 0; index < fieldCount; index++) {
          both[index] = now[index] as never;
          if (before) both[index + fieldCount] = before[index] as never;
        }
        return both;
      }

      #tell(before: Numbers | number | undefined, now: Numbers | number | undefined): void {
        const none = this.#big ? new BigInt64Array(fieldCount) : new Float64Array(fieldCount);
        const numbers = (seen: Numbers | number | undefined): Numbers => (typeof seen === 'object' ? seen : none);
        const status = typeof now === 'number' ? now : 0;
        const { onchange } = this;
        if (onchange) deliver(() => apply(onchange, this, [status, this.#copy(numbers(now), numbers(before))]));
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
    }
    fs['StatWatcher'] = StatWatcher;
  });
}

function isSame(before: Numbers | number | undefined, now: Numbers | number): boolean {
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
