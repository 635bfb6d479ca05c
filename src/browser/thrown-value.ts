import { inspect } from 'node-inspect-extracted';
import type { UncaughtError } from '../examples/runner.ts';
import { OwnDOMException, OwnError } from './language-methods.ts';

// The program may put something else into the place of `Object`.
const { assign, getPrototypeOf, hasOwn, prototype: ofAllObjects } = Object;

/** What a program threw and nobody caught, in the words of the build's record (`src/runners/node/uncaught.ts`). */
export function uncaughtError(thrown: unknown): UncaughtError {
  const shown = shownValue(thrown);
  if (!isError(thrown)) {
    const name = thrown === null ? 'null' : typeof thrown;
    const message = typeof thrown === 'string' ? thrown : shown;
    return { name, classes: [name], message, text: message, trace: shown };
  }
  const classes = classNames(thrown);
  const name = nameOf(thrown) || classes[0] || 'Error';
  const message = typeof thrown.message === 'string' ? thrown.message : '';
  const text = thrown instanceof OwnDOMException ? `DOMException [${name}]: ${message}` : headOf(shown, name, message);
  const line = shown.match(/\/example\.js:(\d+):\d+/)?.[1];
  return { name, classes, message, text, trace: shown, ...(line !== undefined && { line: Number(line) }) };
}

/** What Node throws for a promise that was rejected, with `reason`, and has no handler. */
export function unhandledRejection(reason: unknown): unknown {
  if (isError(reason)) return reason;
  const shown = typeof reason === 'object' && reason !== null ? `#<${reason.constructor?.name ?? 'Object'}>` : reason;
  const error = new OwnError(
    'This error originated either by throwing inside of an async function without a catch block, ' +
      `or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${String(shown)}".`,
  );
  error.name = 'UnhandledPromiseRejection';
  delete error.stack;
  return assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}

/** An error of Node's own, with the code that its stack shows and its message does not. */
export function nodeError(error: Error, code: string): Error {
  const { name, stack } = error;
  if (stack) error.stack = stack.replace(name, `${name} [${code}]`);
  return assign(error, { code });
}

function shownValue(value: unknown): string {
  try {
    return inspect(value);
  } catch {
    // The program has changed the language that this is made of.
    return isError(value) ? (value.stack ?? String(value)) : String(value);
  }
}

function isError(value: unknown): value is Error {
  return value instanceof OwnError || value instanceof OwnDOMException;
}

/** The lines that name the error, as Node shows them above its frames. */
function headOf(shown: string, name: string, message: string): string {
  const simple = message === '' ? name : `${name}: ${message}`;
  const frames = shown.search(/\n {4}at /);
  if (frames < 0) return simple;
  const head = shown.slice(0, frames);
  const end = message === '' ? head.length : head.lastIndexOf(message) + message.length;
  return end < message.length ? simple : head.slice(0, end);
}

/** A `name` that the error or its own class sets; all errors of the platform have one. */
function nameOf(error: Error): string | undefined {
  const own = hasOwn(error, 'name') || hasOwn(getPrototypeOf(error) ?? {}, 'name');
  return own && typeof error.name === 'string' ? error.name : undefined;
}

function classNames(value: object): string[] {
  const names: string[] = [];
  for (let from = getPrototypeOf(value); from && from !== ofAllObjects; from = getPrototypeOf(from)) {
    if (typeof from.constructor === 'function') names.push(from.constructor.name);
  }
  return names;
}
