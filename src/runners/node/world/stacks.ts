import { append, apply, getProperty, remember, remembers, search, setProperty, slice } from './builtins.ts';
import type { Internals, Native } from './internals.ts';

/**
 * Takes the world's own frames out of stack traces, and with {@link deliver} everything below it: the program sees the
 * frames that it would see if the event had come from the operating system.
 */
export function hideFrames(internals: Internals): void {
  const ownFile = import.meta.filename;
  const prepare = internals.module('internal/errors')['prepareStackTraceCallback'] as Native;
  const visible = (error: unknown, trace: readonly NodeJS.CallSite[]): NodeJS.CallSite[] => {
    const frames: NodeJS.CallSite[] = [];
    let isBelow = false;
    let isFirst = true;
    for (let index = 0; index < trace.length; index++) {
      const frame = trace[index] as NodeJS.CallSite;
      const file = frame.getFileName();
      const own = file === ownFile;
      if (own && isFirst) thrownAgain(error);
      // What the engine itself is made of has no lines that could be shown.
      if (file) isFirst = false;
      if (own && frame.getFunctionName() === deliver.name) isBelow = true;
      // Who awaits is no caller: it stands after them all.
      if (!own && (!isBelow || frame.isAsync())) append(frames, frame);
    }
    return frames;
  };
  (internals.binding('errors')['setPrepareStackTraceCallback'] as Native)(
    (globalObject: unknown, error: unknown, trace: readonly NodeJS.CallSite[]) =>
      prepare(globalObject, error, visible(error, trace)),
  );
}

/** Calls Node's code as the operating system's event would: nothing below this is shown in stack traces. */
export function deliver(event: () => void): void {
  event();
}

/**
 * Calls a function in whose place one of the world's own stood. It gets its place back: stack traces name a
 * function by the property of `this` that has it.
 */
export function callInPlace(owner: unknown, property: string, original: Native, args: readonly unknown[]): unknown {
  if (typeof owner === 'object' && owner !== null) setProperty(owner, property, original);
  return apply(original, owner, args);
}

/**
 * Runs the microtasks after an event of the operating system as Node's C++ does: nothing is below them in stack
 * traces. Where there are ticks or rejections, too, it is left to Node's JavaScript, which then runs them all.
 */
export function microtasksRunner(internals: Internals): () => void {
  const { tickInfo, runMicrotasks } = internals.binding('task_queue') as {
    tickInfo: Int32Array;
    runMicrotasks: () => void;
  };
  return () => {
    if (tickInfo[0] === 0 && tickInfo[1] === 0) deliver(runMicrotasks);
  };
}

/**
 * Calls Node's own function in place of the program's call of it, so that an error of it looks as if nothing stood
 * between the two.
 */
export function callNative(native: Native, self: unknown, args: readonly unknown[]): unknown {
  const limit = RealError.stackTraceLimit;
  // Two frames of the world's code will be taken out. A frozen Error keeps what it has.
  if (typeof limit === 'number') setProperty(RealError, 'stackTraceLimit', limit + 2);
  try {
    return apply(native, self, args);
  } catch (error) {
    thrownAgain(error);
    throw error;
  } finally {
    if (typeof limit === 'number') setProperty(RealError, 'stackTraceLimit', limit);
  }
}
const RealError = Error;

const thrownHere = new WeakSet<object>();

/** To be called with an error from elsewhere before the world's code throws it again. */
export function thrownAgain(error: unknown): void {
  if (typeof error === 'object' && error !== null) remember(thrownHere, error);
}

/**
 * An uncaught error is reported with the source line that threw it. Where that is a line of the world's code,
 * gives the error the line that would have been reported: the first one in its stack.
 */
export function restoreSourceLine(internals: Internals, error: unknown): void {
  if (typeof error !== 'object' || error === null) return;
  // Where it was made is known when its stack is shown.
  const frame = search(firstFrame, `${getProperty(error, 'stack')}`);
  if (!frame || !remembers(thrownHere, error)) return;
  const { 1: file = '', 2: line, 3: column } = frame;
  const source = sourceOf(internals, file)?.split('\n')[Number(line) - 1];
  if (source === undefined) return;
  const { arrow_message_private_symbol: arrow } = internals.binding('util')['privateSymbols'] as Record<string, symbol>;
  // The stack begins where the error was made, the report points to where it was thrown.
  const made = slice(source, 0, Number(column) - 1);
  const before = search(throwing, made)?.[1] ?? made;
  if (arrow) Reflect.set(error, arrow, `${file}:${line}\n${source}\n${' '.repeat(before.length)}^\n`);
}

const throwing = /^(.*)\bthrow\s+$/;
// Errors of the DOM are made by JavaScript, wherever they are thrown.
const firstFrame = /^ {4}at (?:.*\()?(?:file:\/\/)?((?:node:(?!internal\/per_context\/)|\/)[^():]+):(\d+):(\d+)\)?$/m;

function sourceOf(internals: Internals, file: string): string | undefined {
  const builtins = internals.binding('builtins')['natives'] as Readonly<Record<string, string>>;
  if (file.startsWith('node:')) return builtins[file.slice('node:'.length)];
  const { readFileSync } = internals.module('fs') as typeof import('node:fs');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
