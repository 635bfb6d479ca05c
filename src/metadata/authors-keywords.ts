import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { hasMark, isDerived } from './derived-mark.ts';
import { plainProse } from './prose.ts';
import { isTelling } from './words.ts';

/**
 * The keywords that the author chose, without stop words. A comment header whose description nobody wrote
 * was filled in by a machine as a whole, so that its keywords are no choice either; those that a tool of
 * ours wrote say so themselves.
 */
export function authorsKeywords(article: Article): readonly string[] {
  const { header, address } = article;
  const machines = hasMark(header, 'keywords')
    ? isDerived(header, 'keywords')
    : header.kind === 'comment' && !authorsDescription(article);
  if (machines) return [];
  const keywords = (header.keywords ?? []).map((keyword) => plainProse(keyword).text);
  return keywords.filter((keyword) => isTelling(keyword, address.language));
}
