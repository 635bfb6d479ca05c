import type { Internals } from './internals.ts';
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
 * machine, and a calculation that blocks the event loop still delays the timers behind it.
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
    },
    spend: (milliseconds) => {
      time += milliseconds;
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

/** Makes everything that tells the time tell the world's. */
export function installClock(internals: Internals, clock: Clock): void {
  const wall = (): number => Math.floor(clock.start + clock.read());
  const performance = internals.module('internal/perf/utils');
  performance['now'] = clock.read;
  performance['getTimeOriginTimestamp'] = () => clock.start;
  internals.module('internal/http')['utcDate'] = () => new Date().toUTCString();
  installHighResolution(internals, clock);
  installDate(wall);
  installFormats(wall);
  installTemporal(wall);
  installWait(clock);
}

function installHighResolution(internals: Internals, clock: Clock): void {
  const methods = internals.binding('process_methods');
  const parts = methods['hrtimeBuffer'] as Uint32Array;
  const whole = new BigUint64Array(parts.buffer, 0, 1);
  methods['hrtime'] = () => {
    const now = clock.read() + clock.upBefore;
    const seconds = Math.floor(now / 1000);
    parts[0] = Math.floor(seconds / 2 ** 32);
    parts[1] = seconds >>> 0;
    parts[2] = Math.floor((now % 1000) * 1e6);
  };
  methods['hrtimeBigInt'] = () => {
    whole[0] = BigInt(Math.floor((clock.read() + clock.upBefore) * 1e6));
  };
  process.uptime = () => clock.read() / 1000;
}

function installDate(wall: () => number): void {
  const RealDate = Date;
  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    apply: () => new RealDate(wall()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [wall()] : args, newTarget === VirtualDate ? target : newTarget),
  });
  const now = { now: () => wall() }.now;
  Object.defineProperty(RealDate, 'now', { value: now, writable: true, configurable: true });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });
}

/** `Intl.DateTimeFormat` formats the present moment if it is given none. */
function installFormats(wall: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts } = prototype;
  prototype.formatToParts = function (date = wall()) {
    return formatToParts.call(this, date);
  };
  const format = Object.getOwnPropertyDescriptor(prototype, 'format');
  const get = format?.get as (this: Intl.DateTimeFormat) => (date: unknown) => string;
  Object.defineProperty(prototype, 'format', {
    ...format,
    get(this: Intl.DateTimeFormat) {
      const formatDate = get.call(this);
      return (date?: unknown) => formatDate(date === undefined ? wall() : date);
    },
  });
}

interface TemporalNow {
  instant: () => TemporalInstant;
  timeZoneId(): string;
  [name: string]: (zone?: unknown) => unknown;
}
interface TemporalInstant {
  toZonedDateTimeISO(zone: unknown): Record<string, () => unknown>;
}

function installTemporal(wall: () => number): void {
  const temporal = Reflect.get(globalThis, 'Temporal') as
    | { Now: TemporalNow; Instant: { fromEpochMilliseconds(time: number): TemporalInstant } }
    | undefined;
  if (!temporal) return;
  const { Now, Instant } = temporal;
  const zoned = (zone: unknown = Now.timeZoneId()): Record<string, () => unknown> =>
    Instant.fromEpochMilliseconds(wall()).toZonedDateTimeISO(zone);
  Now.instant = () => Instant.fromEpochMilliseconds(wall());
  Now['zonedDateTimeISO'] = (zone) => zoned(zone);
  for (const kind of ['PlainDateTime', 'PlainDate', 'PlainTime']) {
    const name = `p${kind.slice(1)}ISO`;
    Now[name] = (zone) => zoned(zone)[`to${kind}`]?.();
  }
}

/** `Atomics.wait` is how JavaScript sleeps; in a world of one thread nobody can wake it early. */
function installWait(clock: Clock): void {
  const { wait } = Atomics as unknown as { wait: (...args: unknown[]) => string };
  Object.defineProperty(Atomics, 'wait', {
    value: (array: unknown, index: unknown, value: unknown, timeout?: unknown) => {
      const milliseconds = Number(timeout);
      // Without an end it blocks for ever, here as anywhere; the runner's limit ends it.
      if (!(milliseconds < Number.POSITIVE_INFINITY)) return wait(array, index, value, timeout);
      const answer = wait(array, index, value, 0);
      if (answer === 'timed-out') clock.skipTo(clock.read() + Math.max(0, milliseconds));
      return answer;
    },
    writable: true,
    configurable: true,
  });
}
