import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { plainProse } from './prose.ts';
import { isTelling } from './words.ts';

/**
 * The keywords that the author chose, without stop words. A comment header whose description nobody wrote was filled in by a
 * machine as a whole, so that its keywords are no choice either.
 */
export function authorsKeywords(article: Article): readonly string[] {
  const { header, address } = article;
  if (header.kind === 'comment' && !authorsDescription(article)) return [];
  const keywords = (header.keywords ?? []).map((keyword) => plainProse(keyword).text);
  return keywords.filter((keyword) => isTelling(keyword, address.language));
}
