import { append, apply } from './builtins.ts';
import type { Clock } from './clock.ts';
import type { Internals, Native } from './internals.ts';
import { microtasksRunner } from './stacks.ts';

/** What keeps the world alive beside Node's own timers and requests: the virtual sockets. */
export interface Holders {
  /** Sockets that connect or are connected, as far as they are not `unref`ed. */
  sockets: number;
  /** Listening servers, as far as they are not `unref`ed. */
  servers: number;
}

export interface EventLoop {
  readonly holders: Holders;
  /** Whether sockets have been heard of in this round already: what they cause now is heard of in the next. */
  hasPolled: boolean;
  /** To be called after every change of `holders`. */
  update(): void;
  /** Lets something happen after everything of this round: where libuv tells that handles are closed. */
  atRoundEnd(event: () => void): void;
}

export interface EventLoopOptions {
  readonly clock: Clock;
  readonly seed: number;
  /** Milliseconds of virtual time after which the world is endless. */
  readonly virtualTime: number;
  /** Whether real work is under way that virtual time must wait for. */
  isBusy(): boolean;
  /** Nothing is left but listening servers. */
  onServing(): void;
  /** Virtual time is used up, or sockets wait for each other for ever. */
  onEndless(): void;
}

/**
 * Lets Node's own timers run in virtual time: when nothing else can happen, the clock is moved to the next timer.
 *
 * libuv's single timer, from which Node runs all of its own, is only used to be called in every round of the loop.
 */
export function runInVirtualTime(internals: Internals, options: EventLoopOptions): EventLoop {
  const { clock, isBusy, onServing, onEndless, virtualTime } = options;
  const binding = internals.binding('timers');
  const timers = internals.module('internal/timers');
  const queue = timers['timerListQueue'] as { peek(): { expiry: number } | undefined };
  const runMicrotasks = microtasksRunner(internals);
  const runNextTicks = Reflect.get(process, '_tickCallback') as () => void;
  const { processImmediate, processTimers } = (timers['getTimerCallbacks'] as Native)(runNextTicks) as Record<
    'processImmediate' | 'processTimers',
    Native
  >;
  const referencedTimers = binding['timeoutInfo'] as Int32Array;
  const immediates = binding['immediateInfo'] as Uint32Array;
  const schedule = (binding['scheduleTimer'] as Native).bind(binding);
  const toggleReference = (binding['toggleTimerRef'] as Native).bind(binding);
  const toggleImmediates = (binding['toggleImmediateRef'] as Native).bind(binding);
  const holders: Holders = { sockets: 0, servers: 0 };
  let atEnd: (() => void)[] = [];
  let servingTurns = 0;
  const isHeld = (): boolean =>
    (referencedTimers[0] ?? 0) > 0 || holders.sockets > 0 || holders.servers > 0 || atEnd.length > 0;
  const update = (): void => {
    toggleReference(isHeld());
    if (isHeld()) schedule(1);
  };

  /** Moves to the next timer and runs what is due; false if there is nothing to do now. */
  const advance = (): boolean => {
    const next = queue.peek()?.expiry;
    if (next !== undefined && next <= clock.whole()) return runTimers();
    // The second number counts those of Node's C++ too: HTTP/2 sends what it has in one.
    if ((immediates[0] ?? 0) > 0 || (immediates[1] ?? 0) > 0 || atEnd.length > 0 || isBusy()) return false;
    if ((referencedTimers[0] ?? 0) === 0 && holders.sockets === 0) {
      if (holders.servers === 0) return false;
      // A server keeps the world alive for timers that do not do so themselves.
      if (next === undefined || next > virtualTime || ++servingTurns > mostServingTurns) {
        onServing();
        return false;
      }
    } else if (next === undefined || next > virtualTime) {
      if (holders.servers > 0 && (referencedTimers[0] ?? 0) === 0) onServing();
      else onEndless();
      return false;
    }
    clock.skipTo(next);
    return runTimers();
  };
  const runTimers = (): boolean => {
    // As a method of `process`: so it is called by Node, and so it is named in stack traces.
    apply(processTimers, process, [clock.whole()]);
    return true;
  };

  let isFirstTurn = true;
  const turn = (): number => {
    loop.hasPolled = false;
    // Whether a timer of 0 or an immediate comes first is a matter of luck in Node too, when the program has just begun.
    if (isFirstTurn && options.seed & 1) clock.spend(1);
    isFirstTurn = false;
    clock.beginTurn();
    // As in libuv, the last one first; what they bring about is for the end of the next round.
    const ended = atEnd;
    atEnd = [];
    for (let index = ended.length - 1; index >= 0; index--) {
      (ended[index] as () => void)();
      runMicrotasks();
      runNextTicks();
    }
    if (advance()) {
      // The next turn comes at once, after whatever else is ready; before it, C++ runs the ticks that are left.
      schedule(0);
      toggleImmediates(true);
      return 0;
    }
    if ((immediates[1] ?? 0) === 0) toggleImmediates(false);
    if (isHeld()) return 1;
    return queue.peek() ? -1 : 0;
  };

  binding['getLibuvNow'] = () => clock.whole();
  binding['scheduleTimer'] = () => schedule(0);
  binding['toggleTimerRef'] = (referenced: boolean) => toggleReference(referenced || isHeld());
  (binding['setupTimers'] as Native)(processImmediate, turn);
  const loop: EventLoop = {
    holders,
    hasPolled: false,
    update,
    atRoundEnd: (event) => {
      append(atEnd, event);
      toggleReference(true);
      schedule(0);
    },
  };
  return loop;
}

/** An interval that keeps nothing alive would never let a server be called one. */
const mostServingTurns = 1000;
