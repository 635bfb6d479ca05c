import type { Example } from '../article/article.ts';
import type { Difference } from '../article/problem.ts';
import type { SourceLines } from '../article/source-lines.ts';
import { bodyOf, type Edit, eolOf } from './output-edit.ts';

/**
 * Puts what a prompt of a doctest session was answered with below it. Undefined where the answer may not be
 * accepted: an error nobody expected, another one than was expected, or none where one was.
 *
 * @param line 1-based line of the prompt in the example's code
 */
export function answerEdit(
  lines: SourceLines,
  example: Example,
  line: number,
  difference: Difference,
): Edit | undefined {
  const code = example.code.split('\n');
  const prompt = code[line - 1] ?? '';
  let first = line;
  while (/^ *\.\.\./.test(code[first] ?? '')) first++;
  let end = first;
  while (end < code.length && !/^ *(?:$|>>>)/.test(code[end] as string)) end++;
  const indent = /^ */.exec(prompt)?.[0] ?? '';
  // An error that came of another one, or one of several in a group, is its author's to write.
  if (
    link.test(code[end + 1] ?? '') ||
    [...code.slice(first, end), difference.received].some((each) => group.test(each))
  )
    return undefined;
  const answer = acceptedAnswer(code.slice(first, end), difference.received);
  const at = example.lineStarts[line - 1];
  if (answer === undefined || !at) return undefined;
  const prefix = lines.source.slice(lines.starts[at.line - 1], at.offset) + indent;
  const offsetOf = (codeLine: number): number => lines.starts[example.position.line + codeLine] ?? lines.source.length;
  const text = bodyOf(answer.join('\n'), prefix, eolOf(lines, at.line));
  const says = { code: code.toSpliced(first, end - first, ...answer.map((entry) => indent + entry)).join('\n') };
  return { start: offsetOf(first), end: offsetOf(end), text, says };
}

/** The lines of the answer as a session writes them. */
function acceptedAnswer(written: readonly string[], received: string): readonly string[] | undefined {
  const expectedError = readTraceback(written);
  const raised = readTraceback(received === '' ? [] : received.replace(/\n$/, '').split('\n'));
  if (!expectedError && !raised) return printedLines(received);
  if (!expectedError || !raised || expectedError.error !== raised.error) return undefined;
  return [...raised.printed.map(visibleBlank), header, ...expectedError.stack, ...raised.message];
}

const link = /^ *(?:The above exception was|During handling of the above exception)/;
const group = /^ *\+ Exception Group Traceback /m;
const header = 'Traceback (most recent call last):';

interface Traceback {
  readonly printed: readonly string[];
  /** The indented lines below the header. */
  readonly stack: readonly string[];
  readonly message: readonly string[];
  /** The class of the error. */
  readonly error: string;
}

function readTraceback(answer: readonly string[]): Traceback | undefined {
  const trimmed = answer.map((line) => line.trimStart());
  const start = trimmed.lastIndexOf(header);
  if (start < 0) return undefined;
  const indent = (answer[start] as string).length - header.length;
  const own = answer.map((line) => line.slice(indent));
  const message = own.findIndex((line, index) => index > start && /^\S/.test(line));
  if (message < 0) return undefined;
  return {
    printed: own.slice(0, start),
    stack: own.slice(start + 1, message),
    message: own.slice(message),
    error: (own[message] as string).split(':', 1)[0] as string,
  };
}

function printedLines(printed: string): readonly string[] {
  return printed === '' ? [] : printed.replace(/\n$/, '').split('\n').map(visibleBlank);
}

/** An empty line would end the answer. */
function visibleBlank(line: string): string {
  return line.trim() === '' ? '<BLANKLINE>' : line;
}
