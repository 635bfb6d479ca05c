import type { End } from '../../examples/runner.ts';
import type { Prompt } from './transcript.ts';

/** What came of what was typed at a prompt. */
export interface Answer {
  readonly printed: string;
  /** `shown`: the whole report; `message`: what of it stands after the stack. */
  readonly error: { readonly shown: string; readonly message: string } | null;
}

/**
 * How a session ended: as its world says, unless a prompt was answered otherwise than the transcript says. It is compared
 * here and not in Python, where a program could put something else in the place of what compares.
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
  const received = answer.printed + (answer.error?.shown ?? '');
  return { kind: 'doctest', line: prompt.line, expected: prompt.answer, received };
}

/** Whether an error is what the transcript says that a prompt is answered with. */
export function expectsError({ answer }: Pick<Prompt, 'answer'>): boolean {
  return report.test(answer);
}

/**
 * A report of an error: its head, the stack, the message, which is the first line that begins with a word. At a prompt,
 * the report of what cannot be parsed has no head and begins with the place.
 */
const report =
  /^(?:Traceback \((?:most recent call last|innermost last)\):| {2}File "[^"\n]*", line \d+)\s*$(?:\n(?![\p{L}\p{N}_]).*)*\n(?=[\p{L}\p{N}_])/mu;

/** As `doctest` compares, and what was printed before an error, too. */
function isAsTranscribed({ answer, options }: Prompt, { printed, error }: Answer): boolean {
  const expected = report.exec(answer);
  if (!error || !expected) return !error && isSame(answer, printed, options);
  if (!isSame(answer.slice(0, expected.index), printed, options)) return false;
  const message = answer.slice(expected.index + expected[0].length);
  return options.get('IGNORE_EXCEPTION_DETAIL') === true
    ? classIn(message) === classIn(error.message)
    : isSame(message, error.message, options);
}

/** The bare name of the class that an error's message begins with. */
function classIn(message: string): string | undefined {
  return /^[^:\n]*/.exec(message)?.[0].split('.').at(-1)?.trim();
}

/** Of an object, as in `normalise.ts`, which the process that this runs in may not read. */
const address = /(?<=\bat )0x[0-9a-f]{5,16}(?=[>:;,]| to )/gi;

function isSame(expected: string, received: string, options: Prompt['options']): boolean {
  let [wanted, got] = [expected, received].map((text) => text.replace(address, '0x…')) as [string, string];
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
 * Whether the text consists of the pieces in this order, with any text between them. `match-output.ts` has the like, but
 * the process that an example runs in may read no file outside of this folder.
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
