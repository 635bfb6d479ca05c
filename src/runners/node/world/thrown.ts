import {
  append,
  apply,
  contains,
  getOwnPropertyDescriptor,
  getProperty,
  getPrototypeOf,
  hasOwn,
  inspect,
  joined,
  slice,
  types,
} from './builtins.ts';
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
 * @returns whether such an error is being reported
 */
export function watchUncaught(internals: Internals, channel: Channel, survive?: () => void): () => boolean {
  let reporting = 0;
  const original = Reflect.get(process, '_fatalException') as FatalException;
  const fatal: FatalException = (error, fromPromise) => {
    reporting++;
    try {
      if (survive && !isHandled()) return surviveError(original, error, fromPromise, survive);
      const handled = apply(original, process, [error, fromPromise]);
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
    } finally {
      reporting--;
    }
  };
  const surviveError = (original: FatalException, error: unknown, fromPromise: boolean, then: () => void): boolean => {
    channel.note({ kind: 'uncaught', error: describeThrown(error) });
    then();
    // Lets Node tidy up as after an error that was handled.
    process.setUncaughtExceptionCaptureCallback(() => undefined);
    const handled = apply(original, process, [error, fromPromise]);
    process.setUncaughtExceptionCaptureCallback(null);
    return handled;
  };
  Reflect.set(process, '_fatalException', fatal);
  // Stack traces call it by the property of `process` that it no longer is.
  Reflect.defineProperty(original, 'name', { value: '_fatalException' });
  return () => reporting > 0;
}

function isHandled(): boolean {
  return process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback();
}

/** Never throws, whatever the value's getters do. Texts are cut at {@link longestText}. */
export function describeThrown(value: unknown): ThrownValue {
  const shown = cut(attempt(() => inspect(value, { customInspect: false }), '[value that cannot be shown]'));
  const classes = attempt(() => classNames(value), []);
  if (!isErrorLike(value)) {
    const name = value === null ? 'null' : typeof value === 'object' ? (classes[0] ?? 'Object') : typeof value;
    const message = typeof value === 'string' ? cut(value) : shown;
    return { isError: false, name, classes: [name], message, shown };
  }
  const name = attempt(() => errorName(value, classes[0] ?? 'Error'), 'Error');
  const stack = text(value, 'stack');
  const code = text(value, 'code');
  const permission = text(value, 'permission');
  return {
    isError: true,
    name,
    classes: contains(classes, name) ? classes : joined([name], classes),
    message: text(value, 'message') ?? '',
    shown,
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code }),
    ...(permission !== undefined && { permission }),
  };
}

/** Characters of a text that are told. */
const longestText = 100_000;
const longestName = 1000;
/** Classes of an error that are told: a proxy can pretend to have any number. */
const mostClasses = 100;

function cut(text: string): string {
  return text.length > longestText ? slice(text, 0, longestText) : text;
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
  const own = hasOwn(error, 'name') || hasOwn(getPrototypeOf(error) ?? {}, 'name');
  const name = getProperty(error, 'name');
  return own && typeof name === 'string' && name !== '' ? slice(name, 0, longestName) : className;
}

function classNames(value: unknown): readonly string[] {
  const names: string[] = [];
  if (typeof value !== 'object' || value === null) return names;
  let proto = getPrototypeOf(value) as unknown;
  for (let depth = 0; proto !== null && depth < mostClasses; depth++) {
    const owner = getOwnPropertyDescriptor(proto, 'constructor')?.value;
    const name = typeof owner === 'function' ? owner.name : undefined;
    if (typeof name === 'string' && name !== '' && name !== 'Object') append(names, slice(name, 0, longestName));
    proto = getPrototypeOf(proto);
  }
  return names;
}

function text(value: object, property: string): string | undefined {
  const found = attempt(() => getProperty(value, property), undefined);
  return typeof found === 'string' ? cut(found) : undefined;
}

function attempt<T>(get: () => T, otherwise: T): T {
  try {
    return get();
  } catch {
    return otherwise;
  }
}
