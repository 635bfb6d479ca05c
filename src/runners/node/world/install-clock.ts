import { apply, parse, setPrototypeOf, slice, stringify } from './builtins.ts';
import type { Clock } from './clock.ts';
import type { Internals, Native } from './internals.ts';
import { callNative } from './stacks.ts';

/** Makes everything that tells the time tell the world's. */
export function installClock(internals: Internals, clock: Clock): void {
  const wall = (): number => Math.floor(clock.start + clock.read());
  const performance = internals.module('internal/perf/utils');
  performance['now'] = clock.read;
  performance['getTimeOriginTimestamp'] = () => clock.start;
  internals.whenLoaded(['internal/http'], (http) => {
    http['utcDate'] = () => new Date().toUTCString();
  });
  internals.whenLoaded(['internal/file'], (file) => installFile(file, wall));
  internals.whenLoaded(['internal/crypto/random'], (random) => installIdentifiers(random, wall));
  installHighResolution(internals, clock);
  installCollections(internals, wall);
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

/** `v8.GCProfiler` tells in JSON when it was started and stopped. */
function installCollections(internals: Internals, wall: () => number): void {
  const v8 = internals.binding('v8');
  const Original = v8['GCProfiler'] as new () => { start(): void; stop(): string };
  v8['GCProfiler'] = class extends Original {
    #startTime = 0;
    override start(): void {
      this.#startTime = wall();
      super.start();
    }
    override stop(): string {
      const told = parse(super.stop());
      told.startTime = this.#startTime;
      told.endTime = wall();
      return stringify(told);
    }
  };
}

function installDate(wall: () => number): void {
  const RealDate = Date;
  const construct = Reflect.construct as Native;
  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    apply: () => new RealDate(wall()).toString(),
    construct: (target, args, newTarget) => {
      const given = args.length === 0 ? [wall()] : args;
      return callNative(construct, undefined, [target, given, newTarget === VirtualDate ? target : newTarget]) as Date;
    },
  });
  const now = { now: () => wall() }.now;
  Object.defineProperty(RealDate, 'now', { value: now, writable: true, configurable: true });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });
}

/** A `File` that is not told when it was modified was modified now. */
function installFile(module: Record<string, unknown>, wall: () => number): void {
  const Original = module['File'] as typeof File;
  const construct = Reflect.construct as Native;
  const VirtualFile: typeof File = new Proxy(Original, {
    construct: (target, args, newTarget) => {
      const options = args[2];
      const isTold = typeof options === 'object' ? options?.lastModified !== undefined : options !== undefined;
      const given =
        isTold || args.length < 2
          ? args
          : [args[0], args[1], setPrototypeOf({ lastModified: wall() }, options ?? null)];
      return callNative(construct, undefined, [target, given, newTarget === VirtualFile ? target : newTarget]) as File;
    },
  });
  Object.defineProperty(Original.prototype, 'constructor', { value: VirtualFile, writable: true, configurable: true });
  module['File'] = VirtualFile;
}

/** An identifier of version 7 begins with the moment at which it is made: milliseconds, in twelve digits. */
function installIdentifiers(random: Record<string, unknown>, wall: () => number): void {
  const original = random['randomUUIDv7'] as Native;
  const numberText = Number.prototype.toString as Native;
  const virtual = {
    randomUUIDv7(this: unknown, options: unknown) {
      const identifier = callNative(original, this, [options]) as string;
      const time = slice(apply(numberText, 2 ** 48 + wall(), [16]) as string, 1);
      return `${slice(time, 0, 8)}-${slice(time, 8)}${slice(identifier, 13)}`;
    },
  };
  random['randomUUIDv7'] = virtual.randomUUIDv7;
}

/** `Intl.DateTimeFormat` formats the present moment if it is given none. */
function installFormats(wall: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const formatToParts = prototype.formatToParts as Native;
  const toParts = {
    formatToParts(this: unknown, date: unknown) {
      return callNative(formatToParts, this, [date === undefined ? wall() : date]);
    },
  };
  Object.defineProperty(prototype, 'formatToParts', {
    ...Object.getOwnPropertyDescriptor(prototype, 'formatToParts'),
    value: toParts.formatToParts,
  });
  const format = Object.getOwnPropertyDescriptor(prototype, 'format');
  const get = format?.get as Native;
  const getter = {
    get format() {
      const formatDate = callNative(get, this, []) as Native;
      const bound = (date: unknown): unknown => callNative(formatDate, undefined, [date === undefined ? wall() : date]);
      return Object.defineProperty(bound, 'name', { value: '', configurable: true });
    },
  };
  Object.defineProperty(prototype, 'format', {
    ...format,
    ...Object.getOwnPropertyDescriptor(getter, 'format'),
    enumerable: false,
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
  const { wait } = Atomics as unknown as { wait: Native };
  Object.defineProperty(Atomics, 'wait', {
    value: (array: unknown, index: unknown, value: unknown, timeout?: unknown) => {
      const milliseconds = Number(timeout);
      // Without an end it blocks for ever, here as anywhere; the runner's limit ends it.
      if (!(milliseconds < Number.POSITIVE_INFINITY))
        return callNative(wait, Atomics, [array, index, value, timeout]) as string;
      const answer = callNative(wait, Atomics, [array, index, value, 0]) as string;
      if (answer === 'timed-out') clock.skipTo(clock.read() + Math.max(0, milliseconds));
      return answer;
    },
    writable: true,
    configurable: true,
  });
}
