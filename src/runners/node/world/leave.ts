import {
  apply,
  copyProperties,
  defineProperty,
  getOwnPropertyDescriptor,
  getProperty,
  setPrototypeOf,
} from './builtins.ts';
import type { Channel } from './channel.ts';
import type { Internals, Native } from './internals.ts';

/**
 * Ends the process at once, without the tidying up that takes Node a tenth of a short program's time: at
 * `process.exit()` and where the program simply ends. Tells the runner the exit code before.
 *
 * @param isFailing whether an error that nobody caught is being reported
 * @returns the end with an exit code
 */
export function leaveAtOnce(internals: Internals, channel: Channel, isFailing: () => boolean): (code: number) => never {
  const getCallSites = internals.binding('util')['getCallSites'] as Native;
  const reallyExit = getProperty(process, 'reallyExit') as (code: number) => never;
  const kill = getProperty(process, '_kill') as Native;
  const { pid, platform } = process;
  const leave = (code: number): never => leaveWith(code, {});
  const leaveWith = (code: number, how: { readonly ranDry?: true }): never => {
    channel.note({ kind: 'exit', code: code & 255, ...how });
    if (platform !== 'win32') apply(kill, process, [pid, sigkill]);
    return apply(reallyExit, process, [code]);
  };
  Reflect.set(process, 'reallyExit', leave);
  const isExiting = watchExiting();
  // Asked by `emit`, last of all, where nobody listens; who waits for a top-level await does.
  const nobodyListens = {
    __proto__: null,
    get exit(): undefined {
      if (!isExiting() || getProperty(process, 'exitCode') || isFailing()) return undefined;
      // Nobody but `emit` called: so C++ called that. A program that calls it itself goes on.
      return (apply(getCallSites, undefined, [2]) as readonly unknown[]).length === 1
        ? leaveWith(0, { ranDry: true })
        : undefined;
    },
    set exit(listener: unknown) {
      const own = { __proto__: null, value: listener, writable: true, enumerable: true, configurable: true };
      defineProperty(this, 'exit', own as PropertyDescriptor);
    },
  };
  setPrototypeOf(Reflect.get(process, '_events'), nobodyListens);
  return leave;
}

/** Tells whether Node's C++ has said that the process is exiting, and nobody by the property of `process`. */
function watchExiting(): () => boolean {
  const descriptor = getOwnPropertyDescriptor(process, '_exiting');
  const { get, set } = descriptor ?? {};
  if (!get || !set) throw new Error(`Node ${process.version} keeps process._exiting differently`);
  let isClaimed = false;
  const claim = function (this: unknown, value: unknown): void {
    isClaimed = true;
    apply(set, this, [value]);
  };
  defineProperty(process, '_exiting', { ...descriptor, set: copyProperties(claim, set) });
  return () => !isClaimed && apply(get, process, []) === true;
}

const sigkill = 9;
