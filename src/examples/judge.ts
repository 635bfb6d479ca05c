import type { Example, Expectation } from '../article/article.ts';
import type { Difference } from '../article/problem.ts';
import { matchError } from './match-error.ts';
import { matchOutput } from './match-output.ts';
import type { VerdictName } from './record.ts';
import type { End, RunResult, UncaughtError } from './runner.ts';
import { endTexts, verdictTexts } from './verdict-texts.ts';

/**
 * What an example is worth. `kind` names the reason in one word, `message` says it in sentences where something is
 * wrong.
 */
export interface Verdict {
  readonly name: VerdictName;
  readonly kind: string;
  readonly message?: string;
  /** 1-based line of the example's code that the message is about, where one is known. */
  readonly line?: number;
  /** 1-based column in that line, where known. */
  readonly column?: number;
  /** What the output block or the session says, and what came instead. */
  readonly difference?: Difference;
}

/** The verdict on an example that was run or parsed. */
export function judge(example: Judged, result: RunResult): Verdict {
  const { end } = result;
  const expected = example.expectation;
  if (expected.kind === 'error') return judgeExpectedError(example, expected, result);
  if (end.kind === 'unavailable') {
    return { name: 'unavailable', kind: end.cause, message: verdictTexts.unavailable(end.reason), ...place(end.error) };
  }
  if (end.kind !== 'completed') return failedEnd(end);
  if (example.mode.kind === 'parse') return { name: 'passed', kind: 'parsed' };
  return judgeOutput(example, terminalText(result), 'completed');
}

/** In strict mode: the verdict where an example that prints something must say what. */
export function demandOutput(
  example: Pick<Example, 'expectedOutput' | 'form'>,
  verdict: Verdict,
  printed: string,
): Verdict {
  const saysWhat = example.expectedOutput !== undefined || example.form.kind === 'doctest';
  if (verdict.name !== 'passed' || saysWhat || printed === '') return verdict;
  return { name: 'failed', kind: 'missing-output', message: verdictTexts.missingOutput };
}

/** The verdict on an example that is only shown; undefined for one that must be run. */
export function judgeUnrun(example: Pick<Example, 'mode'>): Verdict | undefined {
  const { mode } = example;
  if (mode.kind === 'skip') {
    return { name: 'skipped', kind: 'notest', ...(mode.reason !== undefined && { message: mode.reason }) };
  }
  if (mode.kind === 'browser') return { name: 'skipped', kind: 'browser' };
  return undefined;
}

/**
 * What a terminal shows of a run: everything printed, then, on a line of its own, what is
 * said of an uncaught error.
 */
export function terminalText({ output, end }: Pick<RunResult, 'output' | 'end'>): string {
  const printed = output.map(({ text }) => text).join('');
  const error = 'error' in end ? end.error?.text : undefined;
  if (!error) return printed;
  const lineEnd = printed === '' || printed.endsWith('\n') ? '' : '\n';
  return `${printed}${lineEnd}${error}\n`;
}

type Judged = Pick<Example, 'expectation' | 'expectedOutput' | 'mode'>;

function judgeExpectedError(
  example: Judged,
  expected: Extract<Expectation, { kind: 'error' }>,
  result: RunResult,
): Verdict {
  const { end } = result;
  // An error that the world itself caused counts only if the author named it ("any error" must not hide a
  // missing package), and if it comes everywhere where what is missing is missing.
  if (end.kind === 'unavailable') {
    const mayWin = expected.name !== undefined && !end.refused;
    if (mayWin && end.error && matchError(expected, end.error) === 'same') {
      return judgeOutput(example, terminalText(result), 'expected-error');
    }
    return { name: 'unavailable', kind: end.cause, message: verdictTexts.unavailable(end.reason), ...place(end.error) };
  }
  if (end.kind === 'completed') return { name: 'failed', kind: 'no-error', message: verdictTexts.noError(expected) };
  // An exit is an error only to who names it: "any error" is one that a terminal shows.
  const raised = end.kind === 'exit' && expected.name !== undefined ? end.raised : undefined;
  const error = end.kind === 'error' ? end.error : raised;
  if (!error) return failedEnd(end);
  const match = matchError(expected, error);
  if (match !== 'same') {
    return {
      name: 'failed',
      kind: match,
      message: verdictTexts[match](expected, error),
      ...(end.kind === 'error' && place(end.error)),
    };
  }
  return judgeOutput(example, terminalText(result), 'expected-error');
}

function judgeOutput(example: Judged, printed: string, kind: 'completed' | 'expected-error'): Verdict {
  const expected = example.expectedOutput;
  // The block's text has no final line end, so one that ends with a blank line says that a blank line is printed.
  if (!expected || matchOutput(`${expected.text}\n`, printed)) return { name: 'passed', kind };
  const difference = { expected: expected.text, received: printed };
  const message = expected.kind === 'inline' ? verdictTexts.wrongLines : verdictTexts.wrongOutput(printed);
  return { name: 'failed', kind: 'wrong-output', message, difference };
}

function failedEnd(end: Exclude<End, { kind: 'completed' | 'unavailable' }>): Verdict {
  if (end.kind === 'error') {
    const kind = isSyntaxError(end.error) ? 'syntax-error' : 'uncaught-error';
    return { name: 'failed', kind, message: verdictTexts.uncaught(end.error), ...place(end.error) };
  }
  if (end.kind === 'doctest') {
    const difference = { expected: end.expected.replace(/\n$/, ''), received: end.received };
    return { name: 'failed', kind: 'doctest', message: verdictTexts.doctest, line: end.line, difference };
  }
  return { name: 'failed', kind: end.kind, message: endTexts(end) };
}

function isSyntaxError(error: UncaughtError): boolean {
  return error.classes.includes('SyntaxError');
}

function place(error: UncaughtError | undefined): Pick<Verdict, 'line' | 'column'> {
  return {
    ...(error?.line !== undefined && { line: error.line }),
    ...(error?.column !== undefined && { column: error.column }),
  };
}
