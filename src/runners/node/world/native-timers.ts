import { apply } from './builtins.ts';
import type { Internals, Native } from './internals.ts';

/** Node's timers and immediates from below: what they ask of libuv's loop, and how it calls them. */
export interface NativeTimers {
  /** When the next timer is due, in milliseconds of the loop's clock. */
  nextExpiry(): number | undefined;
  /** Runs the timers that are due at this time of the loop's clock. */
  runDue(now: number): void;
  runNextTicks(): void;
  /** How many timers keep the world alive. */
  referencedTimers(): number;
  /** How many immediates keep the world alive. */
  referencedImmediates(): number;
  /** Whether an immediate waits; those of Node's C++ count (HTTP/2 sends what it has in one). */
  hasImmediates(): boolean;
  /** Asks libuv to call in so many milliseconds of real time. */
  schedule(milliseconds: number): void;
  /** Whether libuv's timer keeps the process alive. */
  toggleReference(isReferenced: boolean): void;
  toggleImmediates(isReferenced: boolean): void;
  /** Lets a loop stand where libuv does. */
  connect(loop: TimerLoop): void;
}

interface TimerLoop {
  /** In milliseconds. */
  now(): number;
  /** A timer has been set. */
  onTimer(): void;
  onReference(isReferenced: boolean): void;
  /** Is called in every round of libuv's loop. The answer is what Node's own function gives there. */
  turn(): number;
}

export function openTimers(internals: Internals): NativeTimers {
  const binding = internals.binding('timers');
  const timers = internals.module('internal/timers');
  const queue = timers['timerListQueue'] as { peek(): { expiry: number } | undefined };
  const runNextTicks = Reflect.get(process, '_tickCallback') as () => void;
  const { processImmediate, processTimers } = (timers['getTimerCallbacks'] as Native)(runNextTicks) as Record<
    'processImmediate' | 'processTimers',
    Native
  >;
  const timeoutInfo = binding['timeoutInfo'] as Int32Array;
  const immediateInfo = binding['immediateInfo'] as Uint32Array;
  return {
    nextExpiry: () => queue.peek()?.expiry,
    // As a method of `process`: so it is called by Node, and so it is named in stack traces.
    runDue: (now) => void apply(processTimers, process, [now]),
    runNextTicks,
    referencedTimers: () => timeoutInfo[0] ?? 0,
    referencedImmediates: () => immediateInfo[1] ?? 0,
    hasImmediates: () => (immediateInfo[0] ?? 0) > 0 || (immediateInfo[1] ?? 0) > 0,
    schedule: (binding['scheduleTimer'] as Native).bind(binding),
    toggleReference: (binding['toggleTimerRef'] as Native).bind(binding),
    toggleImmediates: (binding['toggleImmediateRef'] as Native).bind(binding),
    connect: ({ now, onTimer, onReference, turn }) => {
      binding['getLibuvNow'] = now;
      binding['scheduleTimer'] = onTimer;
      binding['toggleTimerRef'] = onReference;
      (binding['setupTimers'] as Native)(processImmediate, turn);
    },
  };
}
