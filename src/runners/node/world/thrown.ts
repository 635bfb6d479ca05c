import { inspect, types } from 'node:util';
import type { Channel } from './channel.ts';
import type { Internals } from './internals.ts';
import type { ThrownValue } from './protocol.ts';
import { restoreSourceLine, thrownAgain } from './stacks.ts';

type FatalException = (error: unknown, fromPromise: boolean) => boolean;

/**
 * Tells the runner of every error that ends the process, at the place where Node's C++ asks whether one does: so the
 * program's own handlers, `domain`s and exit listeners have had their say.
 *
 * @param survive if given, takes the error instead of letting the process end.
 */
export function watchUncaught(internals: Internals, channel: Channel, survive?: () => void): void {
  const original = Reflect.get(process, '_fatalException') as FatalException;
  const fatal: FatalException = (error, fromPromise) => {
    try {
      if (survive && !isHandled()) return surviveError(original, error, fromPromise, survive);
      const handled = original.call(process, error, fromPromise);
      if (!handled) {
        restoreSourceLine(internals, error);
        channel.note({ kind: 'uncaught', error: describeThrown(error) });
      }
      return handled;
    } catch (second) {
      // A handler for uncaught errors threw: that error is the one that Node reports.
      channel.note({ kind: 'uncaught', error: describeThrown(second) });
      thrownAgain(second);
      restoreSourceLine(internals, second);
      throw second;
    }
  };
  const surviveError = (original: FatalException, error: unknown, fromPromise: boolean, then: () => void): boolean => {
    channel.note({ kind: 'uncaught', error: describeThrown(error) });
    then();
    // Lets Node tidy up as after an error that was handled.
    process.setUncaughtExceptionCaptureCallback(() => undefined);
    const handled = original.call(process, error, fromPromise);
    process.setUncaughtExceptionCaptureCallback(null);
    return handled;
  };
  Reflect.set(process, '_fatalException', fatal);
}

function isHandled(): boolean {
  return process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback();
}

/** Never throws, whatever the value's getters do. */
export function describeThrown(value: unknown): ThrownValue {
  const shown = attempt(() => inspect(value), '[value that cannot be shown]');
  if (!isErrorLike(value)) {
    const name =
      value === null ? 'null' : typeof value === 'object' ? (classNames(value)[0] ?? 'Object') : typeof value;
    const message = typeof value === 'string' ? value : shown;
    return { isError: false, name, classes: [name], message, shown };
  }
  const classes = attempt(() => classNames(value), []);
  const name = attempt(() => errorName(value, classes[0] ?? 'Error'), 'Error');
  const stack = text(value, 'stack');
  const code = text(value, 'code');
  const permission = text(value, 'permission');
  return {
    isError: true,
    name,
    classes: classes.includes(name) ? classes : [name, ...classes],
    message: text(value, 'message') ?? '',
    shown,
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code }),
    ...(permission !== undefined && { permission }),
  };
}

function isErrorLike(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    attempt(() => types.isNativeError(value) || value instanceof Error, false)
  );
}

/** A `name` that the error or its own class sets; a class that sets none is called by its class name. */
function errorName(error: object, className: string): string {
  const own = Object.hasOwn(error, 'name') || Object.hasOwn(Object.getPrototypeOf(error) ?? {}, 'name');
  const name = Reflect.get(error, 'name');
  return own && typeof name === 'string' && name !== '' ? name : className;
}

function classNames(value: object): string[] {
  const names: string[] = [];
  for (let proto = Object.getPrototypeOf(value); proto !== null; proto = Object.getPrototypeOf(proto)) {
    const owner = Object.getOwnPropertyDescriptor(proto, 'constructor')?.value;
    const name = typeof owner === 'function' ? owner.name : undefined;
    if (typeof name === 'string' && name !== '' && name !== 'Object') names.push(name);
  }
  return names;
}

function text(value: object, property: string): string | undefined {
  const found = attempt(() => Reflect.get(value, property), undefined);
  return typeof found === 'string' ? found : undefined;
}

function attempt<T>(get: () => T, otherwise: T): T {
  try {
    return get();
  } catch {
    return otherwise;
  }
}
