import type { Article, Example } from '../article/article.ts';
import { causeOf, isOfClosedWorld, type PersonCause } from './adopt-causes.ts';
import { formHeadings, remedies } from './announcement-words.ts';
import { type Announcement, announcementOf, headingsAbove, mentions, textsBeside } from './announcements.ts';
import { catches, raisesItself, signatureOf, undefinedName } from './code-shape.ts';
import type { Outcome } from './run-article.ts';
import type { UncaughtError } from './runner.ts';

/**
 * The words that may tell the truth about an example, the likeliest first. Each has still to be tried: it is true only if the
 * example passes with it. None for an example that passes, and none where only a person can know.
 */
export function candidateWords(article: Article, outcome: Outcome): readonly string[] {
  const { example, verdict, error } = outcome;
  if (isSaid(example)) return [];
  if (verdict.name === 'passed')
    return hiddenError(article, outcome) === 'hidden-error' ? continuation(article, example) : [];
  if (verdict.kind === 'exit') return announcesExit(article, example) ? ['error=SystemExit'] : [];
  if (verdict.kind === 'page' && example.runner === 'node') {
    return error && announced(article, outcome, error) === 'sure' ? errorWord(error) : ['browser'];
  }
  if (!error || (verdict.name !== 'unavailable' && !/^(?:uncaught|syntax)-error$/.test(verdict.kind))) return [];
  const announcement = announced(article, outcome, error);
  if (announcement === 'sure') return errorWord(error);
  const otherwise = announcement === 'likely' ? errorWord(error) : form(article, example, error);
  // A name that the block before defines is no error; a title that speaks of one says nothing against that.
  return undefinedName(error) === undefined ? otherwise : [...continuation(article, example), ...otherwise];
}

/** The word for the error that an example ends with, if the article announces it. */
export function announcedError(article: Article, outcome: Outcome): string | undefined {
  const { error } = outcome;
  if (!error || outcome.verdict.name === 'passed' || announced(article, outcome, error) === 'no') return undefined;
  return errorWord(error)[0];
}

/** Why a passing example prints an error that it did not mean to meet; undefined if it prints none. */
export function hiddenError(article: Article, { example, printed = '' }: Outcome): PersonCause | undefined {
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
function isSaid({ expectation, session, form }: Example): boolean {
  return expectation.kind === 'error' || session !== undefined || form.kind === 'doctest';
}

/** An example of the same runner stands before it, that it could go on from. */
function continuation({ examples }: Article, { index, runner }: Example): readonly string[] {
  return examples.some((other) => other.index < index && other.runner === runner && other.mode.kind === 'run')
    ? ['continuation']
    : [];
}

/**
 * `no_run` for what only shows how something is written: a call without values where the text speaks of what is called, or a
 * few lines below a heading that announces a form.
 */
function form(article: Article, example: Example, error: UncaughtError): readonly string[] {
  const headings = headingsAbove(article, example);
  if (headings.some((heading) => remedies.test(heading)) || mentions(article.title, [error.name])) return [];
  const name = undefinedName(error);
  const isBelowForm = formHeadings.test(headings[0] ?? '') && example.code.split('\n').length <= 6;
  if (isBelowForm && (name !== undefined || error.name === 'TypeError')) return ['no_run'];
  const called = name === undefined ? [] : signatureOf(example, name);
  const texts = [article.title, ...headings, ...textsBeside(article, example)];
  return called.length > 0 && texts.some((text) => mentions(text, called)) ? ['no_run'] : [];
}

/** How sure it is that the author knows of this error. */
function announced(article: Article, { example, verdict }: Outcome, error: UncaughtError): 'sure' | 'likely' | 'no' {
  const names = namesOf(error);
  const announcement: Announcement = announcementOf(article, example, names);
  if (announcement === 'itself') return 'sure';
  // Such an error would not come everywhere, or is not of this language at all.
  if (verdict.name === 'unavailable' || isOfClosedWorld(error.message)) return 'no';
  if (
    error.name === 'SyntaxError' &&
    ['prompt', 'pasted-output'].includes(causeOf({ example, verdict, error } as Outcome) ?? '')
  )
    return 'no';
  if (announcement === 'beside' || (raisesItself(example, error) && !catches(example, names))) return 'sure';
  if (announcement === 'none' || catches(example, [...names, 'Exception', 'BaseException'])) return 'no';
  return 'likely';
}

/** The error's class and its bases, but for those that every error has. */
function namesOf({ name, classes }: UncaughtError): readonly string[] {
  const bare = [name, ...classes.map((qualified) => qualified.split('.').at(-1) ?? qualified)];
  return [...new Set(bare)].filter((candidate) => !rootClasses.includes(candidate) && candidate !== 'object');
}

const rootClasses = ['Exception', 'BaseException', 'Error'];

/** An error that every error is counts only with its message. */
function errorWord({ name, message }: UncaughtError): readonly string[] {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return [];
  if (!rootClasses.includes(name)) return [`error=${name}`];
  return /^[^\n"\\`]+$/.test(message) && !message.includes('...') ? [`error="${name}: ${message}"`] : [];
}

function announcesExit(article: Article, example: Example): boolean {
  return example.runner === 'pyodide' && announcementOf(article, example, ['SystemExit']) !== 'none';
}
