import type { Article } from '../article/article.ts';
import { descriptionChoices } from './description.ts';
import { type KeywordChoices, keywordChoices, keywordsOf } from './keywords.ts';
import { plainProse } from './prose.ts';

/** What is said about an article where only a line or two have room: search results, cards, the page's head. */
export interface Metadata {
  /** The article's title as plain text. */
  readonly title: string;
  /** Whole sentences, at most 155 characters as people count them. */
  readonly description: string;
  /**
   * The description, and what can stand for it where another page of the site has the same,
   * for `distinctDescriptions`.
   */
  readonly choices: readonly [string, ...string[]];
  /** At most 8, the most telling first. */
  readonly keywords: readonly string[];
  /** What the keywords are chosen from, for `weighedBySite`. */
  readonly keywordChoices: KeywordChoices;
}

export function articleMetadata(article: Article): Metadata {
  const choices = descriptionChoices(article);
  const keywords = keywordChoices(article);
  return {
    title: plainProse(article.title).text,
    description: choices[0],
    choices,
    keywords: keywordsOf(keywords),
    keywordChoices: keywords,
  };
}
