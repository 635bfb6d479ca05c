import type { SearchRecord } from './search-record.ts';
import { searchWords } from './search-words.ts';

/** Letters in which two forms of one word begin alike, in every language there is an index of. */
const stem = 3;

/**
 * Whether an article has a word that begins like one of the query. An index that lacks a word takes the longest
 * one that the word begins with: `x` for `xylophone`.
 *
 * @param language of the article and the query (BCP 47)
 */
export function hasNearWord({ title, passages }: SearchRecord, query: string, language: string): boolean {
  const beginnings = searchWords(query, language).flatMap(({ keys }) => keys.map((key) => key.slice(0, stem)));
  return [title, ...passages.map(({ text }) => text)].some((text) =>
    searchWords(text, language).some(({ keys }) => keys.some((key) => beginnings.some((from) => key.startsWith(from)))),
  );
}
