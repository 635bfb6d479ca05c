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
        // Its stack can throw; to Node that is no other error.
        attempt(() => restoreSourceLine(internals, error), undefined);
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
    tellThrown(channel, error);
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

/**
 * Tells of an error that ends a step of a session, first without calling anything of the program: an earlier
 * step may have left what ends the process where the error is asked for its stack.
 */
export function tellThrown(channel: Channel, error: unknown): void {
  channel.note({ kind: 'thrown', error: sketchThrown(error) });
  channel.note({ kind: 'uncaught', error: describeThrown(error) });
}

function sketchThrown(value: unknown): ThrownValue {
  const isError = isErrorLike(value);
  const classes = isError ? classNames(value) : [];
  const name = classes[0] ?? typeof value;
  const message = (isError ? plainText(value, 'message') : undefined) ?? '';
  return { isError, name, classes, message, shown: message === '' ? name : `${name}: ${message}` };
}

/**
 * Never throws, whatever the value's getters do. Texts are cut at {@link longestText}.
 *
 * Calls no function of the program but those that Node calls too when it reports the value: another one could end the
 * process, and nobody would hear of the error.
 */
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
  const code = plainText(value, 'code');
  const permission = plainText(value, 'permission');
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
  return types.isNativeError(value) || contains(chainOf(value), ErrorPrototype);
}
const ErrorPrototype: unknown = Error.prototype;

/** A `name` that the error or its own class sets; a class that sets none is called by its class name. */
function errorName(error: object, className: string): string {
  const chain = chainOf(error);
  const own = hasOwn(error, 'name') || (chain.length > 1 && hasOwn(chain[1] as object, 'name'));
  const name = getProperty(error, 'name');
  return own && typeof name === 'string' && name !== '' ? slice(name, 0, longestName) : className;
}

function classNames(value: unknown): readonly string[] {
  const names: string[] = [];
  const chain = chainOf(value);
  for (let depth = 1; depth < chain.length; depth++) {
    const owner = plainValue(chain[depth] as object, 'constructor');
    const name = typeof owner === 'function' && !types.isProxy(owner) ? plainValue(owner, 'name') : undefined;
    if (typeof name === 'string' && name !== '' && name !== 'Object') append(names, slice(name, 0, longestName));
  }
  return names;
}

/** An object and its prototypes, as far as no proxy is asked. */
function chainOf(value: unknown): readonly object[] {
  const chain: object[] = [];
  let next = value;
  while (typeof next === 'object' && next !== null && !types.isProxy(next) && chain.length <= mostClasses) {
    append(chain, next);
    next = getPrototypeOf(next);
  }
  return chain;
}

/** What an own property holds; undefined if it has to be asked for. */
function plainValue(owner: object, property: string): unknown {
  const descriptor = getOwnPropertyDescriptor(owner, property);
  return descriptor && hasOwn(descriptor, 'value') ? descriptor.value : undefined;
}

function plainText(value: object, property: string): string | undefined {
  const chain = chainOf(value);
  for (let depth = 0; depth < chain.length; depth++) {
    const owner = chain[depth] as object;
    if (!hasOwn(owner, property)) continue;
    const found = plainValue(owner, property);
    return typeof found === 'string' ? cut(found) : undefined;
  }
  return undefined;
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
