import { wordsFor } from './languages/words-of.ts';
import { codeMark, type Prose, sliceProse } from './prose.ts';
import { segmenterOf } from './segmenters.ts';
import { announces, sentencesOf } from './sentences.ts';

export interface Shortened {
  readonly text: string;
  /**
   * `sentences`: whole ones; `clause`: not even the first one fitted, but stands without its last clauses; `cut`: the
   * text ends in an ellipsis.
   */
  readonly kind: 'sentences' | 'clause' | 'cut';
}

/**
 * As many whole sentences as have room, without those that only announce what comes, else the beginning of the
 * first one. `limit` in characters as people count them.
 */
export function shorten(prose: Prose, limit: number, language: string): Shortened {
  const sentences = sentencesWithin(prose, limit, language);
  // What only announces what comes below it says nothing alone.
  const whole = sentences.filter(({ mask }) => !mask.endsWith(':'));
  const telling = whole.filter((sentence) => !announces(sentence, language));
  const attempts = [telling, whole, sentences]
    .filter((some) => some.length > 0)
    .map((some) => firstOf(some, limit, language));
  return attempts.find(({ kind }) => kind !== 'cut') ?? attempts[0] ?? { text: '', kind: 'sentences' };
}

/** As `shorten`, of a text in which every sentence is meant. */
export function shortenMeant(prose: Prose, limit: number, language: string): Shortened {
  return firstOf(sentencesWithin(prose, limit, language), limit, language);
}

function sentencesWithin(prose: Prose, limit: number, language: string): readonly Prose[] {
  return sentencesOf(sliceProse(prose, 0, limit * longestCharacter), language);
}

/** As many of the sentences as have room. */
function firstOf([first, ...more]: readonly Prose[], limit: number, language: string): Shortened {
  if (!first) return { text: '', kind: 'sentences' };
  let text = closed(first, language);
  if (!fits(text, limit)) return firstClauses(first, limit, language);
  for (const sentence of more) {
    const longer = `${text} ${closed(sentence, language)}`;
    if (!fits(longer, limit)) break;
    text = longer;
  }
  return { text, kind: 'sentences' };
}

// Code units; with all its marks no character of running text has more, and a text of megabytes need not be segmented.
const longestCharacter = 32;

/** Whether it has at most so many characters as people count them. */
export function fits(text: string, limit: number): boolean {
  // A character is at least one code unit.
  return text.length <= limit || lengthOf(text) <= limit;
}

/** Number of characters as people count them: grapheme clusters. */
export function lengthOf(text: string): number {
  // Each of these letters and signs is one, with the vowel marks behind it, and most texts have no others.
  if (!/^(?:[ -~«»–—“”‘’…\u060C\u061B\u061F\u0620-\u064A\u0660-\u0669][\u064B-\u0652]*)*$/.test(text))
    return [...graphemes.segment(text)].length;
  return text.replace(/[\u064B-\u0652]/g, '').length;
}

const graphemes = segmenterOf('und', 'grapheme');

/** With the mark that a sentence ends in. */
function closed(sentence: Prose, language: string): string {
  if (/[.!?؟۔…。！？।][)\]»”’"']*$/u.test(sentence.mask)) return sentence.text;
  return `${withoutLooseEnd(sentence, language) || sentence.text}.`;
}

/**
 * The beginning of a sentence that stands by itself, up to the end of a clause; else up to the end of a word, and an
 * ellipsis.
 */
function firstClauses(sentence: Prose, limit: number, language: string): Shortened {
  const room = roomOf(sentence.text, limit - 1);
  const ends = wordEnds(sentence, language).filter((end) => end <= room);
  const clauses = ends.filter((end) => isClauseEnd(sentence, end, language)).toReversed();
  const whole = clauses.find((end) => end >= room * shortestClause && standsAlone(sentence, end, language));
  if (whole !== undefined) return { text: `${sliceProse(sentence, 0, whole).text}.`, kind: 'clause' };
  const beginnings = [...clauses, ...ends.toReversed()].map((end) =>
    withoutLooseEnd(sliceProse(sentence, 0, end), language),
  );
  // A clause may end too early, and a bracket may be open all along.
  const long = beginnings.find((text) => lengthOf(text) >= limit * 0.6);
  const longest = beginnings.toSorted((a, b) => b.length - a.length)[0];
  return { text: `${long || longest || sentence.text.slice(0, room)}…`, kind: 'cut' };
}

/** As a share of the room: what is shorter says too little of what the sentence says. */
const shortestClause = 0.35;

/** Whether a mark, or a word that a further clause begins with, stands after this place. */
function isClauseEnd({ mask }: Prose, end: number, language: string): boolean {
  const rest = mask.slice(end);
  if (/^(?:\s?[،,;؛:–—]|\s\()/u.test(rest)) return true;
  const next = /^\s+([\p{L}\p{M}]+)/u.exec(rest)?.[1] ?? '';
  const { opensClause, fold } = wordsFor(next, language);
  return next !== '' && opensClause(fold(next));
}

/** Whether the beginning of a sentence up to this place needs nothing after it. */
function standsAlone(sentence: Prose, end: number, language: string): boolean {
  const beginning = sliceProse(sentence, 0, end);
  if (withoutLooseEnd(beginning, language) !== beginning.text) return false;
  const firstWord = /^[\p{L}\p{M}]+/u.exec(beginning.mask)?.[0] ?? '';
  const { subordinators, fold } = wordsFor(firstWord, language);
  // Of `when …, …` only the second part can do without what follows.
  return !subordinators.has(fold(firstWord)) || /[،,]/u.test(beginning.mask);
}

/** Offset up to which `limit` characters reach. */
function roomOf(text: string, limit: number): number {
  return [...graphemes.segment(text)][limit]?.index ?? text.length;
}

/**
 * Where words and the brackets and quotes around them end, in order; a stretch of code, or of letters and signs
 * without a space, is one word.
 */
function wordEnds({ mask }: Prose, language: string): readonly number[] {
  const words = [...segmenterOf(language, 'word').segment(mask.replaceAll(codeMark, 'x'))];
  return words
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => index + segment.length)
    .map((end) => end + (/^[)\]}»”"'`]+/.exec(mask.slice(end, end + 4))?.[0].length ?? 0))
    .filter(
      (end) =>
        /^(?:$|[\s،,;؛:!؟?)»”–—。、，]|\.(?:\s|$))/u.test(mask.slice(end)) || withoutSpaces.test(mask.slice(0, end)),
    );
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** Without words that promise more, and without a bracket or quote that is not closed. */
function withoutLooseEnd(prose: Prose, language: string): string {
  const mask = prose.mask.replace(/[\s،,;؛:–—([{«“"'-]+$/u, '');
  const lastSpace = mask.lastIndexOf(' ');
  const lastWord = mask.slice(lastSpace + 1);
  const { dangling, fold } = wordsFor(lastWord, language);
  const word = fold(lastWord);
  if (lastSpace > 0 && (dangling.has(word) || dangling.has(word.replace(/^[وف](?=.{2})/u, '')))) {
    return withoutLooseEnd(sliceProse(prose, 0, lastSpace), language);
  }
  const opening = openingOf(mask);
  if (opening !== undefined) return withoutLooseEnd(sliceProse(prose, 0, opening), language);
  return prose.text.slice(0, mask.length);
}

/** Where the outermost bracket or quote that is not closed stands. */
function openingOf(mask: string): number | undefined {
  const open: { readonly sign: string; readonly at: number }[] = [];
  for (const [at, sign] of mask.split('').entries()) {
    const last = open.at(-1);
    if (last && closing[last.sign]?.includes(sign)) open.pop();
    else if (sign in closing) open.push({ sign, at });
  }
  return open[0]?.at;
}

const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  // Arabic texts turn them both ways.
  '“': '”',
  '”': '“”',
  '"': '"',
  '`': '`',
};
