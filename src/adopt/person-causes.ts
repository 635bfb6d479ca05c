import type { Example } from '../article/article.ts';
import type { Outcome } from '../examples/run-article.ts';
import { isWellFormed, undefinedName } from './code-shape.ts';

/** Why an example needs a person, and what that person can do; in the order in which they are told. */
export const personCauses = {
  unannounced:
    'An error that nothing near it names. Correct the code, say in the text that the error comes, or write error=NAME',
  'announced-only':
    'Ends without the error that the text behind it quotes. Correct one of them, or write continuation if it goes on',
  'undefined-name': 'A name that nothing defines. Add the missing lines, or write no_run if only the form is meant',
  'python-2': 'Python 2. Write it for Python 3',
  prompt: 'A command for a shell. Call the block bash',
  'pasted-output': 'Printed text among the code. Put it into an output block',
  placeholder: 'Something left out that the language does not let out. Write real code, or call the block text',
  tabs: 'Tabs and spaces mixed. Indent with spaces',
  syntax: 'Not valid in its language, and nothing near says so. Correct it, or call the block text',
  input: 'Waits for input. Write stdin="…"',
  'missing-file': 'Reads a file that is not there. Provide it by a block with file=NAME',
  'hidden-error': 'Catches an error that it was not to meet, and prints it. Correct the code',
  'closed-world':
    'Fails only because no network or package is here. Write notest="why", or show it with a local server',
  'wrong-output': 'Does not print what its output block says',
  doctest: 'Answers otherwise than the session says',
  'shown-otherwise': 'Prints something else than the block of text behind it, or a comment in it, says',
  'shown-apart': 'Has its output in a block below some words. Move it directly behind the example and call it output',
  exit: 'Ends with an exit code. If that is meant, write error=SystemExit (for sys.exit), or notest="why"',
  package: 'Needs a package that is not here. Write notest="why", or add it to the packages of the site',
  process: 'Needs another process, or the machine itself. Write notest="why"',
  thread: 'Needs threads that wait for one another. Write notest="why"',
  display: 'Needs a screen. Write notest="why"',
  page: 'Needs a page, and is written in Python. Write notest="why"',
  language: 'A part of the language that cannot be run here. Write notest="why"',
  timeout: 'Does not end within its time',
  'memory-limit': 'Takes too much memory',
  'output-limit': 'Prints too much',
  'unsettled-await': 'Waits for a promise that nothing settles',
  other: 'Fails in another way',
} as const;

export type PersonCause = keyof typeof personCauses;

/** Why the example is not right; undefined if it is, or if nobody wants it run. */
export function causeOf({
  verdict,
  error,
  example,
}: Pick<Outcome, 'verdict' | 'error' | 'example'>): PersonCause | undefined {
  if (verdict.name === 'skipped' || verdict.name === 'passed') return undefined;
  if (verdict.kind === 'syntax-error') return syntaxCause(example, error?.name ?? '', error?.message ?? '');
  if (verdict.kind === 'uncaught-error' && error) {
    if (/^[ \t]*except\s+[\w.]+,\s*\w+\s*:/m.test(example.code)) return 'python-2';
    const name = undefinedName(error);
    if (name !== undefined && example.runner === 'pyodide' && ofPython2.has(name)) return 'python-2';
    if (/^(?:In|Out) ?\[\d+\]:/m.test(example.code)) return 'pasted-output';
    if (name !== undefined) return 'undefined-name';
    if (error.name === 'EOFError' && /\binput\s*\(/.test(example.code)) return 'input';
    if (isMissingFile(error.message)) return 'missing-file';
    return isOfClosedWorld(error.message) ? 'closed-world' : 'unannounced';
  }
  return verdict.kind in personCauses ? (verdict.kind as PersonCause) : 'other';
}

const ofPython2: ReadonlySet<string> = new Set([
  ...['raw_input', 'xrange', 'unicode', 'unichr', 'basestring', 'long', 'execfile', 'cmp', 'reduce', 'reload'],
]);

/** The undefined name or the missing file for lack of which an example fails, or only seems to pass. */
export function lacks({
  error,
  printed = '',
  verdict,
}: Pick<Outcome, 'error' | 'printed' | 'verdict'>): string | undefined {
  const hidden =
    verdict.kind === 'doctest' ? verdict.difference?.received : verdict.name === 'passed' ? printed : undefined;
  if (hidden !== undefined)
    return /name '(\w+)' is not defined|\b(\w+) is not defined\b/.exec(hidden)?.slice(1).find(Boolean);
  if (!error) return undefined;
  if (isMissingFile(error.message)) return /['"]([^'"]+)['"]\s*$/.exec(error.message)?.[1];
  return undefinedName(error);
}

/** Whether an error comes from the world that examples run in, so that the same code may not meet it elsewhere. */
export function isOfClosedWorld(text: string): boolean {
  return /name resolution|Name or service not known|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|No module named|Network is unreachable|fetch failed/.test(
    text,
  );
}

function isMissingFile(message: string): boolean {
  return /No such file or directory|ENOENT|^Cannot find module '[./]/.test(message);
}

/** What of a text that does not parse was meant for something else. */
function syntaxCause({ code, language }: Example, name: string, message: string): PersonCause {
  if (
    /^[ \t]*(?:[$%>] ?|C:\\>|(?:sudo )?(?:pip3?|npm|npx|yarn|apt|cd|python3?|node|source|mkdir|export|git|curl|conda|docker) (?![=.(]))\S/m.test(
      code,
    )
  )
    return 'prompt';
  if (/^Traceback \(most recent call last\)|^[ \t]*(?:Output|الناتج|المخرجات|النتيجة)\s*:/m.test(code))
    return 'pasted-output';
  if (
    language === 'python' &&
    /Missing parentheses in call to|multiple exception types must be parenthesized|^leading zeros/i.test(message)
  ) {
    return 'python-2';
  }
  if (name === 'TabError' || /inconsistent use of tabs/.test(message)) return 'tabs';
  if (/…|\.\.\.|\[,|<[\p{L}_ ]+>/u.test(code) || /expected an indented block/.test(message)) return 'placeholder';
  // The error came while it ran: JSON.parse('{'), eval('1 +').
  return isWellFormed({ code, language }) ? 'unannounced' : 'syntax';
}
