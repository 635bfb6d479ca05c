import type { Article, Example } from '../article/article.ts';
import type { Outcome } from '../examples/run-article.ts';
import type { UncaughtError } from '../examples/runner.ts';
import { type Announcement, announcementOf, announcesFailure, quotesMessage, textsAround } from './announcements.ts';
import { catches, raisesItself } from './code-shape.ts';
import { causeOf, isOfClosedWorld, lacks } from './person-causes.ts';

/** How sure it is that the author knows of this error. */
export function announced(
  article: Article,
  { example, verdict }: Outcome,
  error: UncaughtError,
): 'sure' | 'likely' | 'no' {
  const names = namesOf(error);
  const announcement: Announcement = announcementOf(article, example, names);
  if (announcement === 'itself') return 'sure';
  if (isNamedAsMissing(error) && announcement !== 'none') return 'sure';
  // Such an error would not come everywhere, or is not of this language at all.
  if (verdict.name === 'unavailable' || isOfClosedWorld(error.message)) return 'no';
  if (error.name === 'SyntaxError' && ['prompt', 'pasted-output'].includes(causeOf({ example, verdict, error }) ?? ''))
    return 'no';
  if (announcement === 'beside') return 'sure';
  const isMeant =
    raisesItself(example, error) || raisesBefore(article, example, error) || isFailedAssert(article, example, error);
  if (isMeant && !catches(example, names)) return 'sure';
  // Of these only their names tell that they are meant: what is missing may be the author's mistake.
  const isMistake = lacks({ verdict, error }) !== undefined || /^(?:Import|ModuleNotFound)Error$/.test(error.name);
  const isTold = announcesFailure(article, example, error.line) || quotesMessage(article, example, error.message);
  if (!isMistake && isTold && !catches(example, names)) return 'sure';
  if (announcement === 'none' || catches(example, [...names, 'Exception', 'BaseException'])) return 'no';
  return 'likely';
}

/** The word for the error that an example ends with, if the article announces it. */
export function announcedError(article: Article, outcome: Outcome): string | undefined {
  const { error } = outcome;
  if (!error || outcome.verdict.name === 'passed' || announced(article, outcome, error) === 'no') return undefined;
  return errorWord(error)[0];
}

/** The word for an error; one that every error is counts only with its message. */
export function errorWord({ name, message }: UncaughtError): readonly string[] {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return [];
  if (!rootClasses.includes(name)) return [`error=${name}`];
  return /^[^\n"\\`]+$/.test(message) && !message.includes('...') ? [`error="${name}: ${message}"`] : [];
}

/** Whether the article speaks of ending a program, and the example does. */
export function announcesExit(article: Article, example: Example): boolean {
  if (example.runner !== 'pyodide') return false;
  const isTopic =
    textsAround(article, example).some((text) => /\b(?:sys\.)?exit\b/.test(text)) && /\bexit\(/.test(example.code);
  return isTopic || announcementOf(article, example, ['SystemExit']) !== 'none';
}

/** `import no_such_module` means to find nothing. */
function isNamedAsMissing({ name, message }: UncaughtError): boolean {
  return (
    name === 'ModuleNotFoundError' &&
    /'\w*(?:no_?such|non_?exist|not_?exist|does_?not|missing|unknown|undefined|nothing|fake|imaginary|xyz)\w*'/i.test(
      message,
    )
  );
}

/** An earlier example of its session raises an error of this class with this very message. */
function raisesBefore({ examples }: Article, { session, index }: Example, { name, message }: UncaughtError): boolean {
  return examples.some(
    (other) =>
      other.index < index &&
      other.session !== undefined &&
      other.session.name === session?.name &&
      message !== '' &&
      other.code.includes(message) &&
      raisesItself(other, { name }),
  );
}

/** An assertion that does not hold, where the article speaks of assertions. */
function isFailedAssert(article: Article, example: Example, { name }: UncaughtError): boolean {
  const texts = textsAround(article, example);
  return name === 'AssertionError' && texts.some((text) => /\bassert\b|توكيد|تأكيد/i.test(text));
}

/** The error's class and its bases, but for those that every error has, and Node's code for it. */
function namesOf({ name, classes, message }: UncaughtError): readonly string[] {
  const code = /\bE[A-Z]{3,}\b/.exec(message)?.[0];
  const bare = [name, ...classes.map((qualified) => qualified.split('.').at(-1) ?? qualified), ...(code ? [code] : [])];
  return [...new Set(bare)].filter((candidate) => !rootClasses.includes(candidate) && candidate !== 'object');
}

const rootClasses = ['Exception', 'BaseException', 'Error'];
