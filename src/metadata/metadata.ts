import type { Article } from '../article/article.ts';
import { articleDescription } from './description.ts';
import { articleKeywords } from './keywords.ts';
import { plainProse } from './prose.ts';

/** What is said about an article where only a line or two have room: search results, cards, the page's head. */
export interface Metadata {
  /** The article's title as plain text. */
  readonly title: string;
  /** Whole sentences, at most 155 characters as people count them. */
  readonly description: string;
  /** At most 8, the most telling first. */
  readonly keywords: readonly string[];
}

export function articleMetadata(article: Article): Metadata {
  return {
    title: plainProse(article.title).text,
    description: articleDescription(article),
    keywords: articleKeywords(article),
  };
}
