import type { Article } from '../../src/article/article.ts';
import { sha256 } from '../../src/cache/cache.ts';
import { pageHref } from '../../src/site/site-address.ts';

/** Articles that are indexed together, by the addresses of their pages. */
export type SearchPart = ReadonlyMap<string, Article>;

/**
 * Divides the articles of a language into parts of about the same size, none where they are few. An article
 * stays in its part while others come and go, so that what changes is indexed anew with few others.
 *
 * @param most articles that one part may have, about
 */
export function searchParts(articles: readonly Article[], most: number): readonly SearchPart[] {
  const count = Math.ceil(articles.length / most);
  const parts = Array.from({ length: count }, () => new Map<string, Article>());
  for (const article of articles) {
    const { language, section, slug } = article.address;
    const url = pageHref(language, [...section, slug]);
    const part = parts[Number.parseInt(sha256(url).slice(0, 8), 16) % count];
    // Of two with one address the first has the page.
    if (part && !part.has(url)) part.set(url, article);
  }
  return parts.filter(({ size }) => size > 0);
}
