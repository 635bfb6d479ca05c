import { formatWithOptions, type InspectOptions, inspect } from 'node-inspect-extracted';
import type { OutputChunk } from '../examples/runner.ts';
import { consoleTable } from './console-table.ts';
import { apply, replacedIn } from './language-methods.ts';

type Print = (stream: OutputChunk['stream'], text: string) => void;

/** A `console` that prints what Node's prints to streams that are no terminals. */
export function createConsole(print: Print): Readonly<Record<string, (...args: never[]) => void>> {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indentation = '';
  const line = (stream: OutputChunk['stream'], text: string): void =>
    print(stream, `${indentation}${replacedIn(text, '\n', `\n${indentation}`)}\n`);
  const toStream =
    (stream: OutputChunk['stream']) =>
    (...args: unknown[]): void =>
      line(stream, formatted(args));
  const log = toStream('stdout');
  const warn = toStream('stderr');
  const processWarning = (text: string): void =>
    print(
      'stderr',
      `(node:1) Warning: ${text}\n(Use \`node --trace-warnings ...\` to show where the warning was created)\n`,
    );
  const group = (...args: unknown[]): void => {
    if (args.length > 0) log(...args);
    indentation += '  ';
  };
  const timeLog = (method: string, label: string, data: readonly unknown[]): boolean => {
    const start = timers.get(label);
    if (start === undefined) processWarning(`No such label '${label}' for console.${method}()`);
    else log('%s: %s', label, duration(performance.now() - start), ...data);
    return start !== undefined;
  };
  return {
    log,
    info: log,
    debug: log,
    dirxml: log,
    error: warn,
    warn,
    trace(...args: unknown[]) {
      const error = new Error(formatted(args));
      error.name = 'Trace';
      Error.captureStackTrace(error);
      line('stderr', error.stack ?? 'Trace');
    },
    assert(condition?: unknown, ...args: unknown[]) {
      if (condition) return;
      const [first, ...rest] = args;
      if (typeof first === 'string') warn(`Assertion failed: ${first}`, ...rest);
      else warn('Assertion failed', ...args);
    },
    dir: (value: unknown, options?: InspectOptions) =>
      line('stdout', inspect(value, { customInspect: false, ...options })),
    table(data: unknown, columns?: readonly string[]) {
      if (data === null || typeof data !== 'object') log(data);
      else line('stdout', consoleTable(data, columns));
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indentation = indentation.slice(2);
    },
    count(label: unknown = 'default') {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      log(`${label}: ${count}`);
    },
    countReset(label: unknown = 'default') {
      if (!counts.delete(String(label))) processWarning(`Count for '${label}' does not exist`);
    },
    time(label: unknown = 'default') {
      if (timers.has(String(label))) processWarning(`Label '${label}' already exists for console.time()`);
      else timers.set(String(label), performance.now());
    },
    timeLog: (label: unknown = 'default', ...data: unknown[]) => void timeLog('timeLog', String(label), data),
    timeEnd(label: unknown = 'default') {
      if (timeLog('timeEnd', String(label), [])) timers.delete(String(label));
    },
    clear() {},
  };
}

/** As `console.log` shows its arguments; to spread them here would ask the program how arrays are gone through. */
function formatted(args: readonly unknown[]): string {
  const all: [object, ...unknown[]] = [{}];
  for (let index = 0; index < args.length; index++) all[index + 1] = args[index];
  return apply(formatWithOptions, undefined, all);
}

/** Milliseconds as `console.time` shows them. */
function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)}s`;
  const [whole = '', fraction] = (seconds % 60).toFixed(3).split('.');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${whole.padStart(2, '0')}.${fraction} (m:ss.mmm)`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${whole.padStart(2, '0')} (h:mm:ss)`;
}
