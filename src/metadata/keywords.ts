import type { Article } from '../article/article.ts';
import { authorsKeywords } from './authors-keywords.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { isDerived } from './derived-mark.ts';
import { scoreOf, titleWords } from './keyword-score.ts';
import { keywordTexts, titleWeight } from './keyword-texts.ts';
import { withHtmlRead } from './read-html.ts';
import { keywordKey, runsOf } from './words.ts';

/** What the keywords of an article are chosen from. */
export interface KeywordChoices {
  readonly language: string;
  /** The author's own. */
  readonly own: readonly string[];
  /** What a tool wrote into the header, and nobody has changed since. */
  readonly written?: readonly string[];
  /** The words and phrases that the text gives, the most telling first. */
  readonly ranked: readonly KeywordChoice[];
}

/** A word or phrase of the text, and how much it says about the article. */
export interface KeywordChoice
  extends Pick<Candidate, 'key' | 'shown' | 'kind' | 'count' | 'words' | 'strongWords' | 'isForeign'> {
  readonly score: number;
}

/**
 * The author's own keywords and after them the article's most telling words and phrases: at most 8, none said
 * twice.
 */
export function articleKeywords(article: Article): readonly string[] {
  return keywordsOf(keywordChoices(article));
}

/** The words and phrases that tell what the article is about, the most telling first, at most `limit`. */
export function rankedKeywords(article: Article, limit: number): readonly string[] {
  return rankedOf(keywordChoices(article), limit);
}

/** The keywords among the choices, at most 8. */
export function keywordsOf(choices: KeywordChoices): readonly string[] {
  const all = [...choices.own, ...rankedOf(choices, limit)];
  const keys = all.map((keyword) => keywordKey(keyword, choices.language));
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index).slice(0, limit);
}

// More of them tell nobody more.
const limit = 8;

/** Those that the text gives, at most `limit`, none said twice. */
export function rankedOf({ ranked }: KeywordChoices, limit: number): readonly string[] {
  return withoutRepetition(ranked, limit).map(({ shown }) => shown);
}

/**
 * The words and phrases that tell what the article is about, the most telling first: what occurs often, early
 * and in telling places (the title, headings, the summary), measured as C-value does, which gives a phrase its
 * due and does not count its occurrences again for the words within it (Frantzi, Ananiadou and Mima, 2000).
 */
export function keywordChoices(written: Article): KeywordChoices {
  const article = withHtmlRead(written);
  const { language } = article.address;
  const texts = keywordTexts(article);
  const runs = runsOf(
    texts.map(({ prose }) => prose),
    language,
  );
  const candidates = candidatesOf(
    texts.map(({ weight, isSentence }, index) => ({ weight, isSentence, runs: runs[index] ?? [] })),
  ).filter(isEstablished);
  const nested = nestedWeights(candidates);
  const inTitle = titleWords(candidates);
  const ranked = candidates
    .map((candidate) => {
      const named = candidate.place < titleWeight && candidate.key.split(' ').some((word) => inTitle.has(word));
      return choiceOf(candidate, scoreOf(candidate, nested.get(candidate.key) ?? [], named));
    })
    .sort((a, b) => b.score - a.score);
  const { keywords: inHeader } = article.header;
  return {
    language,
    own: authorsKeywords(article),
    ...(inHeader && isDerived(article.header, 'keywords') && { written: inHeader }),
    ranked: ranked.slice(0, choiceLimit),
  };
}

// The ten best are among them, whatever is said twice.
const choiceLimit = 60;

function choiceOf(candidate: Candidate, score: number): KeywordChoice {
  const { key, shown, kind, count, words, strongWords, isForeign } = candidate;
  return { key, shown, kind, count, words, strongWords, isForeign, score };
}

/**
 * `its-changes` says nothing alone. Words that stand next to each other once are no phrase yet, unless their grammar,
 * the title, a heading or the summary puts them so.
 */
function isEstablished(candidate: Candidate): boolean {
  const { shown, words, strongWords, count, place, isWhole, isName, isJoined, isPossessed, isMessage } = candidate;
  if (words === 1 && isPossessed) return false;
  const isTerm = strongWords === words && !/\p{N}/u.test(shown);
  // What an error says begins with a small letter, an English sentence with a capital one.
  const saysError = place > 1 && /^\p{Ll}/u.test(shown);
  if (isMessage) return count > 1 || place === titleWeight || isTerm || saysError;
  const belongs = isJoined ? strongWords === words || place > 1 : isWhole && place > 1;
  return words === 1 || isName || count > 1 || belongs;
}

/** For each candidate, the weights of the longer ones that it is part of and that say more. */
function nestedWeights(candidates: readonly Candidate[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const weights = new Map<string, number[]>();
  for (const { key, weight, strongWords } of candidates) {
    for (const part of partsOf(key)) {
      if ((byKey.get(part)?.strongWords ?? strongWords) >= strongWords) continue;
      weights.set(part, [...(weights.get(part) ?? []), weight]);
    }
  }
  return weights;
}

/** The keys of all shorter phrases within a phrase. */
function partsOf(key: string): readonly string[] {
  const words = key.split(' ');
  return words.flatMap((_, start) =>
    words.slice(start).flatMap((_, more) => {
      const part = words.slice(start, start + more + 1);
      return part.length < words.length ? [part.join(' ')] : [];
    }),
  );
}

/** The first ones, without a word that a better phrase has within it, or a phrase that says a better one again. */
function withoutRepetition(ranked: readonly KeywordChoice[], limit: number): readonly KeywordChoice[] {
  const kept: KeywordChoice[] = [];
  for (const candidate of ranked) {
    if (kept.length === limit) break;
    if (!kept.some((better) => repeats(candidate, better))) kept.push(candidate);
  }
  return kept;
}

function repeats({ key, kind, count, words, strongWords }: KeywordChoice, better: KeywordChoice): boolean {
  if (kind === 'identifier' && isPartOfName(key, better.key)) return true;
  const within = ` ${better.key} `.includes(` ${key} `) && count < 2 * better.count;
  const saysMore = better.words === 1 && (strongWords > better.strongWords || !better.isForeign);
  const around = words > better.words && !saysMore && ` ${key} `.includes(` ${better.key} `);
  return within || around;
}

/** `user.address` of `user.address.city`, `ConnectionError` of `requests.ConnectionError`, and the other way round. */
function isPartOfName(one: string, other: string): boolean {
  return `.${one}.`.includes(`.${other}.`) || `.${other}.`.includes(`.${one}.`);
}
