import { closest, distance } from 'fastest-levenshtein';
import type { WantedError } from '../wanted-error.ts';
import { javascriptClasses, javascriptTriggers } from './javascript.ts';
import { pythonTriggers } from './python.ts';
import { pythonClasses } from './python-classes.ts';
import { type CodeWords, raised, type Trigger } from './trigger.ts';

export type ExampleLanguage = 'python' | 'javascript' | 'typescript';

export interface FoundTrigger {
  /** The class, or the code of the system, that the trigger is of. */
  readonly name: string;
  readonly trigger: Trigger;
}

/** How the error comes about; undefined if nothing is known of it. */
export function findTrigger(
  language: ExampleLanguage,
  { name, message }: WantedError,
  words: CodeWords,
): FoundTrigger | undefined {
  const triggers = language === 'python' ? pythonTriggers(words) : javascriptTriggers(words);
  if (name === undefined) return message === undefined ? undefined : withMessage(triggers, message);
  const full = nameIn(language, triggers, name);
  const trigger = full === undefined ? undefined : triggers.get(full);
  if (full === undefined || !trigger) return undefined;
  return { name: full, trigger: message === undefined ? trigger : worded(language, full, message, trigger) };
}

/** The name itself, the class of a code, or the whole name of a class of the library. */
function nameIn(language: ExampleLanguage, triggers: ReadonlyMap<string, Trigger>, name: string): string | undefined {
  if (triggers.has(name)) return name;
  if (language === 'python' && Object.hasOwn(classesOfCodes, name)) return classesOfCodes[name];
  return [...triggers.keys()].find((known) => known.endsWith(`.${name}`));
}

/**
 * The name that was meant, where the one that was written is a slip or two away from it;
 * undefined where it is known itself.
 */
export function meantName(language: ExampleLanguage, { name }: WantedError, words: CodeWords): string | undefined {
  const triggers = language === 'python' ? pythonTriggers(words) : javascriptTriggers(words);
  if (name === undefined || nameIn(language, triggers, name) !== undefined) return undefined;
  const nearest = closest(name, [...triggers.keys()]);
  const slips = distance(name.toLowerCase(), nearest.toLowerCase());
  const isNear = slips <= (name.length < shortName ? 1 : 2) || (slips === 2 && letters(name) === letters(nearest));
  return isNear ? nearest : undefined;
}

/** The same for a name with two letters in each other's place: `KeyErorr`. */
function letters(name: string): string {
  return [...name.toLowerCase()].toSorted().join('');
}

/** UTF-16 code units. Of two that are shorter, several letters are often all the difference: `DBError`, `OSError`. */
const shortName = 12;

/** What Python makes of a code of the system. */
const classesOfCodes: Readonly<Record<string, string>> = {
  EAGAIN: 'BlockingIOError',
  ECHILD: 'ChildProcessError',
  ECONNABORTED: 'ConnectionAbortedError',
  ECONNREFUSED: 'ConnectionRefusedError',
  ECONNRESET: 'ConnectionResetError',
  EEXIST: 'FileExistsError',
  EINTR: 'InterruptedError',
  EISDIR: 'IsADirectoryError',
  ENOENT: 'FileNotFoundError',
  ENOTDIR: 'NotADirectoryError',
  EPERM: 'PermissionError',
  EACCES: 'PermissionError',
  EPIPE: 'BrokenPipeError',
  ESRCH: 'ProcessLookupError',
  ETIMEDOUT: 'TimeoutError',
};

/** A message as it is quoted, with or without the names that are in it only once. */
function withMessage(triggers: ReadonlyMap<string, Trigger>, message: string): FoundTrigger | undefined {
  if (message.length < shortestMessage) return undefined;
  for (const [name, trigger] of triggers) {
    if (trigger.kind === 'raised' && alike(trigger.message, message)) return { name, trigger };
  }
  return undefined;
}

/** Shorter texts stand in many messages. */
const shortestMessage = 6;

function alike(known: string, message: string): boolean {
  const [a, b] = [known, message].map((text) => text.toLowerCase());
  return a !== undefined && b !== undefined && a.length >= shortestMessage && (a.includes(b) || b.includes(a));
}

/** The same class with another message: raised by the program itself, where the class takes a text. */
function worded(language: ExampleLanguage, name: string, message: string, trigger: Trigger): Trigger {
  if (trigger.kind === 'unparsable' || alike(trigger.message, message) || /^\[Errno /.test(message)) return trigger;
  const classes: readonly string[] = language === 'python' ? pythonClasses : javascriptClasses;
  if (!classes.includes(name)) return trigger;
  const inPython = language === 'python';
  const text = inPython ? JSON.stringify(message) : `'${message.replace(/['\\]/g, '\\$&')}'`;
  return raised(inPython ? `raise ${name}(${text})` : `throw new ${name}(${text});`, message);
}
