import type { Expectation } from '../article/article.ts';
import type { Difference } from '../article/problem.ts';
import { defaultLimits } from './default-limits.ts';
import type { End, RaisedError, UncaughtError } from './runner.ts';

type ExpectedError = Extract<Expectation, { kind: 'error' }>;

/** Every sentence a verdict is explained with: what came, what was expected, what to write. */
export const verdictTexts = {
  uncaught: (error: UncaughtError) =>
    `The example ended with an uncaught error: ${summary(error)}. Correct the code, or write "error=${error.name}" after the language of the block if the example is meant to end with it${otherWay(error)}.`,
  noError: (expected: ExpectedError) =>
    `The example ended without an error, but ${describe(expected)} was expected. Correct the code, or remove the word that expects it.`,
  'other-error': (expected: ExpectedError, error: RaisedError) =>
    `The example raised ${error.name}, but ${describe(expected)} was expected: ${summary(error)}. Correct the code, or write "error=${error.name}".`,
  'other-message': (expected: ExpectedError, error: RaisedError) =>
    `The example raised ${error.name} with the message "${error.message}", but "${expected.message ?? ''}" was expected. Correct the code or the message.`,
  wrongOutput: (printed: string) =>
    printed === ''
      ? 'The example printed nothing, but its output block says something. Correct the code, or remove the block.'
      : 'The example did not print what its output block says. Correct the code, or put what was printed into the block.',
  wrongLines:
    'The comment lines that begin with ">" together must say all that the example prints, and they do not. Correct the code or these lines, or write an output block instead of them.',
  missingOutput:
    'The example prints something, and nothing says what. Write an output block behind it; the update command does it for you with --missing.',
  varyingOutput:
    'The example prints something different on every run, so its output block cannot stay true. Make it repeatable (a fixed seed, a fixed date), or write "..." for the part that varies.',
  doctest:
    'The session did not answer what the article says. Correct the code, or put what was received below the prompt.',
  notWritten:
    'What the example prints cannot be written into the article: it is different on every run, or no block can say it. Make it repeatable, or write "..." for the part that varies.',
  setup: (message: string) => `The hidden setup lines of this example failed. ${message}`,
  unavailable: (reason: string) =>
    `The example cannot run here: ${reason.replace(/\.$/, '')}. If that is what it shows, write "notest" with the reason, or "browser" if it needs a page, after the language of the block.`,
};

/** What else may be meant where an example was written for readers only. */
function otherWay({ name, message }: UncaughtError): string {
  if (name === 'EOFError') return ', or "stdin=…" with what is typed';
  if (name === 'FileNotFoundError' || message.startsWith('ENOENT')) {
    return ', or put the file into a block with "file=NAME" before it';
  }
  if (name === 'NameError' || name === 'ReferenceError') {
    return ', "continuation" if it goes on from an earlier block, or "no_run" if it only shows a form';
  }
  return '';
}

/** The sentence for an end that has no error of the program's own. */
export function endTexts(end: Exclude<End, { kind: 'completed' | 'unavailable' | 'error' | 'doctest' }>): string {
  switch (end.kind) {
    case 'exit':
      return `The example ended with exit code ${end.code}. An example must end with 0. If it is meant to end like this, write "${end.raised ? `error=${end.raised.name}` : 'notest'}" after the language of the block.`;
    case 'timeout':
      return 'The example did not end within its time limit. End the loop or the wait, or raise the limit with "timeout=30s".';
    case 'output-limit':
      return `The example printed more than ${mebibytes(defaultLimits.output)} and was ended. Print less.`;
    case 'memory-limit':
      return `The example took more than ${mebibytes(defaultLimits.memory)} of memory and was ended. Use less data.`;
    case 'unsettled-await':
      return 'A top-level await was never settled: nothing was left that could have settled it. Settle the promise, or do not await it.';
    case 'crash':
      return `The interpreter itself died: ${end.reason}. Write "notest" with the reason if the example is meant to do that.`;
    case 'not-reached':
      return 'An earlier example of this session, or an earlier prompt in it, ended the program, so this never ran. Correct that one first.';
  }
}

function mebibytes(bytes: number): string {
  return `${bytes / 1024 ** 2} MiB`;
}

function describe({ name, message }: ExpectedError): string {
  if (name === undefined) return 'an error';
  return message === undefined ? name : `${name} with the message "${message}"`;
}

function summary({ name, message }: RaisedError): string {
  const first = message.split('\n', 1)[0];
  return first ? `${name}: ${first}` : name;
}

/** @param file the article's path as the user would write it */
export function acceptHint(file: string, updateCommand: string): string {
  return `To accept what was received: ${updateCommand} ${file}`;
}

/** A difference in words, for those who only get the message: at most 30 lines of each side. */
export function describeDifference({ expected, received }: Difference): string {
  return `expected:\n${indent(expected)}\nreceived:\n${indent(received.replace(/\n$/, ''))}`;
}

function indent(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, 30).map((line) => `  ${line.length > 300 ? `${line.slice(0, 300)}…` : line}`);
  if (lines.length > 30) shown.push(`  … ${lines.length - 30} more lines`);
  return shown.join('\n');
}
