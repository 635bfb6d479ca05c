import type { End } from '../../examples/runner.ts';
import type { Printed } from './output.ts';
import { readReport } from './reports.ts';
import type { Prompt } from './transcript.ts';

/** What came of what was typed at a prompt. */
export interface Answer extends Printed {
  readonly error: AnswerError | null;
}

export interface AnswerError {
  /** The whole report. */
  readonly shown: string;
  /** What stands after its stack, and the whole report without any stack. */
  readonly messages: readonly [string, string];
}

/**
 * How a session ended: as its world says, unless a prompt was answered otherwise than the transcript says. It
 * is compared here and not in Python, where a program could put something else in the place of what compares.
 */
export function endOfSession(prompts: readonly Prompt[], answers: readonly Answer[], end: End): End {
  if (end.kind !== 'completed' && end.kind !== 'exit') return end;
  const wrong = prompts.findIndex((prompt, index) => {
    const answer = answers[index];
    return !answer || !isAsTranscribed(prompt, answer);
  });
  const prompt = prompts[wrong];
  if (!prompt) return end;
  const answer = answers[wrong];
  // The program ended before it came to this prompt.
  if (!answer) return { kind: 'not-reached' };
  const received = answer.terminal + (answer.error?.shown ?? '');
  return { kind: 'doctest', line: prompt.line, expected: prompt.answer, received };
}

/** Whether an error is what the transcript says that a prompt is answered with. */
export function expectsError({ answer }: Pick<Prompt, 'answer'>): boolean {
  return readReport(answer) !== undefined;
}

/** As `doctest` compares, and what was printed before an error, too. */
function isAsTranscribed({ answer, options }: Prompt, { stdout, terminal, error }: Answer): boolean {
  const expected = readReport(answer);
  // `doctest` does not look at stderr; who copied a terminal has it, too.
  const isPrinted = (text: string): boolean =>
    isSame(text, stdout, options) || isSame(withoutPlaces(text), withoutPlaces(terminal), options);
  if (!error || !expected) return !error && isPrinted(answer);
  if (!isPrinted(expected.before)) return false;
  return options.get('IGNORE_EXCEPTION_DETAIL') === true
    ? classIn(expected.messages) === classIn(error.messages[0])
    : error.messages.some((messages) => isSame(expected.messages, messages, options));
}

/** Warnings without the prompt they come from, which has another number where more or less was typed before. */
function withoutPlaces(text: string): string {
  return text.replace(/^<(?:stdin|python-input-\d+)>(?=:\d+: \w+: )/gm, '<…>');
}

/** The bare name of the class that an error's message begins with. */
function classIn(message: string): string | undefined {
  return /^[^:\n]*/.exec(message)?.[0].split('.').at(-1)?.trim();
}

/** As in `normalise.ts`, which the process that this runs in may not read. */
function normalised(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (line.includes('<') ? line.replace(addressOfObject, '0x…') : line))
    .join('\n');
}

const addressOfObject = /(?<=\bat )0x[0-9a-f]{5,16}(?=[>:;,]| to )/gi;

function isSame(expected: string, received: string, options: Prompt['options']): boolean {
  let [wanted, got] = [normalised(expected), normalised(received)];
  if (wanted === got) return true;
  const isOn = (name: string, otherwise = false): boolean => options.get(name) ?? otherwise;
  if (!isOn('DONT_ACCEPT_BLANKLINE')) {
    wanted = wanted.replace(/^<BLANKLINE>[^\S\n]*$/gm, '');
    got = got.replace(/^[^\S\n]+$/gm, '');
  }
  if (isOn('NORMALIZE_WHITESPACE')) {
    [wanted, got] = [wanted, got].map((text) => text.trim().split(/\s+/).join(' ')) as [string, string];
  }
  return isOn('ELLIPSIS', true) ? matchesEllipsis(wanted.split('...'), got) : wanted === got;
}

/**
 * Whether the text consists of the pieces in this order, with any text between them. `match-output.ts` has the
 * like, but the process that an example runs in may read no file outside of this folder.
 */
function matchesEllipsis([first = '', ...pieces]: readonly string[], text: string): boolean {
  const last = pieces.pop();
  if (last === undefined) return first === text;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
