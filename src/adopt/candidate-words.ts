import type { Article, Example } from '../article/article.ts';
import type { Outcome } from '../examples/run-article.ts';
import { announced, announcesExit, errorWord } from './announced.ts';
import { announcementOf, mentions } from './announcements.ts';
import { defines } from './code-shape.ts';
import { formWords } from './form-words.ts';
import { lacks, type PersonCause } from './person-causes.ts';

/**
 * The words that may tell the truth about an example, the likeliest first. Each has still to be tried: it is true only
 * if the example passes with it. None for an example that passes, and none where only a person can know.
 */
export function candidateWords(article: Article, outcome: Outcome): readonly string[] {
  const { example, verdict, error } = outcome;
  if (isSaid(example)) return [];
  if (verdict.kind === 'doctest') return lacks(outcome) === undefined ? [] : continuation(article, example);
  if (verdict.name === 'passed')
    return hiddenError(article, outcome) === 'hidden-error' ? continuation(article, example) : [];
  if (verdict.kind === 'exit') return announcesExit(article, example) ? ['error=SystemExit'] : [];
  if (verdict.kind === 'page' && example.runner === 'node') {
    return error && announced(article, outcome, error) === 'sure' ? errorWord(error) : ['browser'];
  }
  if (!error || (verdict.name !== 'unavailable' && !/^(?:uncaught|syntax)-error$/.test(verdict.kind))) return [];
  const announcement = announced(article, outcome, error);
  if (announcement === 'sure') return errorWord(error);
  const otherwise = announcement === 'likely' ? errorWord(error) : formWords(article, example, error);
  // A name that the block before defines is no error; a title that speaks of one says nothing against that.
  if (lacks(outcome) === undefined) return otherwise;
  return [...continuation(article, example), ...pageOf(article, outcome), ...otherwise];
}

/** A word is true of an example that passes with it, and does not only hide that it still fails. */
export function isTrue(article: Article, outcome: Outcome | undefined): boolean {
  if (!outcome) return false;
  if (outcome.verdict.kind === 'browser') return true;
  return outcome.verdict.name === 'passed' && hiddenError(article, outcome) === undefined;
}

/** Why a passing example prints an error that it did not mean to meet; undefined if it prints none. */
export function hiddenError(article: Article, { example, printed = '' }: Outcome): PersonCause | undefined {
  // What its own output says is meant.
  if (example.expectedOutput) return undefined;
  const cause = hiddenErrors.find(({ pattern }) => pattern.test(printed));
  if (!cause || mentions(example.code, cause.names) || announcementOf(article, example, cause.names) !== 'none')
    return undefined;
  return cause.cause;
}

const hiddenErrors: readonly { pattern: RegExp; names: readonly string[]; cause: PersonCause }[] = [
  {
    pattern: /name '\w+' is not defined|\b\w+ is not defined\b/,
    names: ['NameError', 'ReferenceError'],
    cause: 'hidden-error',
  },
  { pattern: /EOF when reading a line/, names: ['EOFError'], cause: 'input' },
  {
    pattern:
      /name resolution|Name or service not known|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|No module named|fetch failed/,
    names: ['gaierror', 'URLError', 'ConnectionError', 'RequestException', 'ModuleNotFoundError', 'ImportError'],
    cause: 'closed-world',
  },
];

/** Whether somebody has already said how the example runs. */
function isSaid({ expectation, session }: Example): boolean {
  return expectation.kind === 'error' || session !== undefined;
}

/** What an example that needs a page defines is there in a page only. */
function pageOf({ examples }: Article, outcome: Outcome): readonly string[] {
  const lacking = lacks(outcome);
  const { index, runner } = outcome.example;
  const source = examples.findLast(
    (other) => other.index < index && other.runner === runner && lacking !== undefined && defines(other, lacking),
  );
  return source?.mode.kind === 'browser' ? ['browser'] : [];
}

/** An example of the same runner stands before it, that it could go on from. */
function continuation({ examples }: Article, { index, runner }: Example): readonly string[] {
  return examples.some((other) => other.index < index && other.runner === runner && other.mode.kind === 'run')
    ? ['continuation']
    : [];
}
