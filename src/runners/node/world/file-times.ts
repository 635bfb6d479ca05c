import { append } from './builtins.ts';

/** Times of files, which the machine's kernel gives them, on the world's clock. */
export interface FileTimes {
  /** Something is about to be written. */
  noteWriting(): void;
  /** The world's clock skips to a time, in milliseconds since the world began. */
  noteSkip(to: number): void;
  /**
   * The world's time, in milliseconds since 1970, of what the kernel says happened at `time`; undefined if that
   * was not while the world stood: then the program chose the time itself (`fs.utimes`).
   */
  toWorld(time: number): number | undefined;
}

/** A stretch of the machine's time in which the world's clock as good as stood still. */
interface Stretch {
  /** The machine's time, in milliseconds since 1970. */
  readonly since: number;
  /** The world's, in milliseconds since it began. */
  readonly time: number;
}

/**
 * @param start of the world, in milliseconds since 1970
 * @param now the world's time, in milliseconds since it began
 */
export function createFileTimes(start: number, now: () => number): FileTimes {
  const begin = realTime();
  // What lay there before the program began is as old as the world.
  const stretches: Stretch[] = [{ since: begin - day, time: 0 }];
  append(stretches, { since: begin - coarse, time: now() });
  let isWritten = false;
  const goOn = (time: number): void => {
    const last = stretches.length - 1;
    const since = max(realTime() - coarse, (stretches[last] as Stretch).since);
    if (!isWritten) stretches[last] = { since, time };
    else if (last < mostStretches) {
      // What is written next must have another time than what was written last, also by a clock that ticks slowly.
      append(stretches, { since: realTime() + 1, time });
      wait(idle, 0, 0, 2 * coarse);
    } else append(stretches, { since, time });
    isWritten = false;
  };
  return {
    noteSkip: goOn,
    noteWriting: () => {
      const time = now();
      if (time - (stretches[stretches.length - 1] as Stretch).time > shortWork) goOn(time);
      isWritten = true;
    },
    toWorld: (time) => {
      if (time > realTime() + 1000) return undefined;
      let index = stretches.length - 1;
      while (index >= 0 && (stretches[index] as Stretch).since > time) index--;
      const stretch = stretches[index];
      if (!stretch) return undefined;
      // What was written later is younger, if only by microseconds.
      return start + max(0, floor(stretch.time) - lag) + min(time - stretch.since, 999) / 1000;
    },
  };
}

const realTime = Date.now;
const { floor, max, min } = Math;
const { wait } = Atomics;
const idle = new Int32Array(new SharedArrayBuffer(4));

const day = 86_400_000;
/** Milliseconds, at most, that the kernel's times of files stand still before they go on. */
const coarse = 10;
/** Milliseconds that times of files are behind the clock: that is why. */
const lag = 1;
/** Milliseconds in which nothing is told apart. */
const shortWork = 20;
/** Stretches after which no time is spent any more on telling them apart. */
const mostStretches = 50;
