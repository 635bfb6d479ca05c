import { append } from './builtins.ts';
import type { Clock } from './clock.ts';
import type { Internals } from './internals.ts';
import { type NativeTimers, openTimers } from './native-timers.ts';
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
  const { clock, seed } = options;
  const timers = openTimers(internals);
  const runMicrotasks = microtasksRunner(internals);
  const holders: Holders = { sockets: 0, servers: 0 };
  const moveOn = createAdvance(timers, holders, options);
  let atEnd: (() => void)[] = [];
  const isHeld = (): boolean =>
    timers.referencedTimers() > 0 || holders.sockets > 0 || holders.servers > 0 || atEnd.length > 0;
  /** As in libuv, the last one first; what they bring about is for the end of the next round. */
  const endRound = (): void => {
    const ended = atEnd;
    atEnd = [];
    for (let index = ended.length - 1; index >= 0; index--) {
      (ended[index] as () => void)();
      runMicrotasks();
      timers.runNextTicks();
    }
  };
  let isFirstTurn = true;
  const turn = (): number => {
    loop.hasPolled = false;
    // Whether a timer of 0 or an immediate comes first is a matter of luck in Node too, when the program has
    // just begun.
    if (isFirstTurn && seed & 1) clock.spend(1);
    isFirstTurn = false;
    clock.beginTurn();
    endRound();
    if (moveOn(atEnd.length > 0)) {
      // The next turn comes at once, after whatever else is ready; before it, C++ runs the ticks that are left.
      timers.schedule(0);
      timers.toggleImmediates(true);
      return 0;
    }
    if (timers.referencedImmediates() === 0) timers.toggleImmediates(false);
    if (isHeld()) return 1;
    return timers.nextExpiry() === undefined ? 0 : -1;
  };
  timers.connect({
    now: () => clock.whole(),
    onTimer: () => timers.schedule(0),
    onReference: (isReferenced) => timers.toggleReference(isReferenced || isHeld()),
    turn,
  });
  const loop: EventLoop = {
    holders,
    hasPolled: false,
    update: () => {
      timers.toggleReference(isHeld());
      if (isHeld()) timers.schedule(1);
    },
    atRoundEnd: (event) => {
      append(atEnd, event);
      timers.toggleReference(true);
      timers.schedule(0);
    },
  };
  return loop;
}

/**
 * Moves the clock to the next timer, if nothing else can happen before it, and runs what is due; false if
 * there is nothing to do now. `isRoundOpen`: something waits for the end of the next round.
 */
function createAdvance(
  timers: NativeTimers,
  holders: Readonly<Holders>,
  { clock, virtualTime, isBusy, onServing, onEndless }: EventLoopOptions,
): (isRoundOpen: boolean) => boolean {
  let servingTurns = 0;
  return (isRoundOpen) => {
    const next = timers.nextExpiry();
    if (next === undefined || next > clock.whole()) {
      if (timers.hasImmediates() || isRoundOpen || isBusy()) return false;
      const isOutOfTime = next === undefined || next > virtualTime;
      if (timers.referencedTimers() === 0 && holders.sockets === 0) {
        if (holders.servers === 0) return false;
        // A server keeps the world alive for timers that do not do so themselves.
        if (isOutOfTime || ++servingTurns > mostServingTurns) {
          onServing();
          return false;
        }
      } else if (isOutOfTime) {
        if (holders.servers > 0 && timers.referencedTimers() === 0) onServing();
        else onEndless();
        return false;
      }
      clock.skipTo(next);
    }
    timers.runDue(clock.whole());
    return true;
  };
}

/** An interval that keeps nothing alive would never let a server be called one. */
const mostServingTurns = 1000;
