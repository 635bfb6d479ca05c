import type { Article, Example } from '../article/article.ts';
import { advice, failureWords, nearNegations, negations, remedies, unfit, wrongness } from './announcement-words.ts';
import { commentsAt, commentsOf } from './code-shape.ts';
import { mentionsClass, placeOfError } from './error-phrases.ts';
import { shownOutput } from './shown-output.ts';
import { type TextsBeside, textsBeside } from './texts-beside.ts';

/**
 * How an article announces an error at an example, the surest first: the example itself says so (a comment in
 * its code, the output shown below it), the text beside it, a heading above it, only the title.
 */
export type Announcement = 'itself' | 'beside' | 'heading' | 'title' | 'none';

/**
 * Where the article names one of these errors for the example. A sentence that says how to be rid of the
 * error, or that it does not come, announces nothing; neither does a title above headings that do.
 *
 * @param names bare class names
 */
export function announcementOf(article: Article, example: Example, names: readonly string[]): Announcement {
  const namesIt = (text: string): boolean => names.some((name) => announces(text, name));
  const shown = shownOutput(article, example);
  if (commentsOf(example).some(({ text }) => namesIt(text)) || (shown && mentions(lastLine(shown.code), names)))
    return 'itself';
  if (beside(article, example).some(namesIt)) return 'beside';
  const { before: above = '' } = textsOf(article, example);
  // Named there, but not as what comes; or another error is; or a label such as "The right way:" or "Use get:".
  if (mentions(above, names) || errorClass.test(above)) return 'none';
  if (/[:：]\s*$/.test(above) && (isRemedy(above) || isAdvice(above))) return 'none';
  const headings = headingsAbove(article, example);
  if (headings.some(isRemedy)) return 'none';
  if (headings.some(namesIt)) return 'heading';
  if (headings.some((title) => mentions(title, names))) return 'none';
  return mentions(article.title, names) ? 'title' : 'none';
}

/** Whether one of the names stands in the text, in whatever sense. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => placeOfError(text, name) >= 0);
}

/**
 * Whether the article says, without naming an error, that one comes here: by a comment at the line that
 * fails, by the text directly above the code, or by its heading.
 *
 * @param line of the code, from 1, where it failed
 */
export function announcesFailure(article: Article, example: Example, line: number | undefined): boolean {
  const says = (text: string, words: RegExp): boolean =>
    sentencesOf(text).some((sentence) => {
      const at = sentence.search(words);
      const namesAnother = errorClass.test(sentence);
      return at >= 0 && !namesAnother && !isRemedy(sentence) && !hasNegation(sentence.slice(0, at));
    });
  if (line !== undefined && commentsAt(example, line).some(({ text }) => says(text, failureWords))) return true;
  const { before, isBetween } = textsOf(article, example);
  const [heading] = headingsAbove(article, example);
  return [isBetween ? undefined : before, heading].some((text) => text !== undefined && says(text, wrongness));
}

/** Titles of the headings that the example stands under, without the article's own. */
export function headingsAbove({ sections }: Pick<Article, 'sections'>, { position }: Example): readonly string[] {
  const titles: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const section of sections.toReversed()) {
    if (section.position.offset > position.offset || section.depth >= depth || section.depth === 1) continue;
    depth = section.depth;
    titles.push(section.title);
  }
  return titles;
}

function announces(text: string, name: string): boolean {
  return sentencesOf(text).some((sentence) => {
    const at = placeOfError(sentence, name);
    // What names another class speaks of that, whatever it says of it.
    if (!mentionsClass(sentence, name) && errorClass.test(sentence)) return false;
    return at >= 0 && !isRemedy(sentence) && !hasNegation(sentence.slice(0, at));
  });
}

const errorClass = /[A-Za-z](?:Error|Exception|Warning)\b/;

function isRemedy(text: string): boolean {
  return remedies.test(text.replace(/غير\s+(?:ال)?(?:صحيح|[آا]من)ة?/gu, ''));
}

/** Whether its last sentence says what to write, and speaks of no values that would be wrong. */
function isAdvice(text: string): boolean {
  const last = sentencesOf(text.trim()).at(-1)?.trim() ?? '';
  return advice.test(last) && !unfit.test(last);
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[.!?؟؛;\n](?=\s|$)|\n/);
}

/** At most two words between it and what follows: `لا يرفع KeyError`. */
function hasNegation(before: string): boolean {
  const words = before.trim().split(/\s+/);
  return nearNegations.has(words.at(-1) ?? '') || words.slice(-3).some((word) => negations.has(word.toLowerCase()));
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** The texts that say what an example is about: the title, the headings above it, and the texts beside it. */
export function textsAround(article: Article, example: Example): readonly string[] {
  return [article.title, ...headingsAbove(article, example), ...beside(article, example)];
}

/** Whether the texts beside the example or its comments quote the message of its error, or how that begins. */
export function quotesMessage(article: Article, example: Example, message: string): boolean {
  const begin = message.split(/[:\n]/)[0]?.trim() ?? '';
  const texts = [...beside(article, example), ...commentsOf(example).map(({ text }) => text)];
  return begin.length >= 10 && texts.some((text) => text.includes(begin));
}

/** A text between two examples that names the error of the first says nothing of the second. */
function textsOf(article: Article, example: Example): TextsBeside {
  const texts = textsBeside(article, example);
  const { expectation } = article.examples[example.index - 1] ?? {};
  const name = expectation?.kind === 'error' ? expectation.name?.split('.').at(-1) : undefined;
  const isUsedUp = texts.isBetween && name !== undefined && mentions(texts.before ?? '', [name]);
  return isUsedUp ? { ...texts, before: undefined } : texts;
}

/** The error that the text after an example quotes with its message as what comes of it. */
export function quotedBehind(article: Article, example: Example): string | undefined {
  const quote = /\b([A-Z]\w*(?:Error|Exception)): \S.{8}/;
  return sentencesOf(textsBeside(article, example).behind ?? '')
    .flatMap((sentence) => {
      const [, name] = quote.exec(sentence) ?? [];
      return name !== undefined && announces(sentence, name) ? [name] : [];
    })
    .at(0);
}

function beside(article: Article, example: Example): readonly string[] {
  const { before, behind } = textsOf(article, example);
  return [before, behind].filter((text) => text !== undefined);
}
