import { seededRandom } from './random.ts';

/** The world's time, in milliseconds since it began. */
export interface Clock {
  /** What a program that asks for the time is told; asking takes a moment itself, so that waiting loops end. */
  read(): number;
  /** The time without asking, whole milliseconds: what timers are measured by. */
  whole(): number;
  /** Waits until then, in no real time. */
  skipTo(time: number): void;
  /** Lets milliseconds pass. */
  spend(milliseconds: number): void;
  /** Calls back with the time to which each wait skips. */
  onSkip(tell: (to: number) => void): void;
  /** A turn of the event loop begins. */
  beginTurn(): void;
  /** Milliseconds that the machine had been up when the world began; `process.hrtime()` counts from there. */
  readonly upBefore: number;
  /** Date and time of day when the world began, in milliseconds since 1970. */
  readonly start: number;
}

/**
 * Time stands still while the program does nothing and while it does little; it passes by what the program waits for
 * and by the processor time of long calculations. So waiting is free, a short program prints the same times on every
 * machine, and a calculation that blocks the event loop still delays the timers after it.
 *
 * Date and small fractions depend on the seed: a text that shows them differs from seed to seed, which is how it is
 * found that it varies. The year differs between neighbouring seeds.
 */
export function createClock(seed: number): Clock {
  const random = seededRandom(seed ^ 0x5eed_c10c);
  const { threadCpuUsage } = process;
  const { floor, max } = Math;
  const processorTime = (): number => {
    const { user, system } = threadCpuUsage();
    return (user + system) / 1000;
  };
  let time = startUp + random();
  let mark = processorTime();
  let tellOfSkip: ((to: number) => void) | undefined;
  const countLongWork = (): void => {
    const now = processorTime();
    if (now - mark < longWork) return;
    time += now - mark;
    mark = now;
  };
  return {
    start: Date.UTC(2024 + (seed & 1), 0, 1) + floor(random() * 365 * 86_400_000),
    upBefore: floor(random() * 1e9),
    read: () => {
      countLongWork();
      time += (0.5 + 4.5 * random()) / 1000;
      return time;
    },
    whole: () => {
      countLongWork();
      return floor(time);
    },
    skipTo: (next) => {
      // The part below a millisecond is carried over, so that nobody measures less than was waited for.
      time = max(time, floor(next) + (time % 1));
      tellOfSkip?.(time);
    },
    spend: (milliseconds) => {
      time += milliseconds;
    },
    onSkip: (tell) => {
      tellOfSkip = tell;
    },
    beginTurn: () => {
      countLongWork();
      mark = processorTime();
    },
  };
}

/** Milliseconds that `performance.now()` shows when the program starts: about what a real Node takes. */
const startUp = 25;
/** Milliseconds of processor time between two turns of the event loop below which none are counted. */
const longWork = 20;
