import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';

export interface BuiltPages {
  /** Number of HTML files. */
  readonly count: number;
  /** Bytes of all files. */
  readonly size: number;
}

/**
 * Counts what was built.
 *
 * @throws if an article has no page: Astro has been seen to end well with pages missing
 */
export function checkPages(dist: string, articles: readonly Article[]): BuiltPages {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = new Set(files.map((entry) => join(entry.parentPath, entry.name)));
  const missing = articles.filter(({ address: { language, section, slug } }) => {
    return !paths.has(join(dist, language, ...section, slug, 'index.html'));
  });
  if (missing.length > 0) {
    throw new Error(`the site was built without a page for ${missing.map(({ path }) => path).join(', ')}`);
  }
  return {
    count: [...paths].filter((path) => path.endsWith('.html')).length,
    // One after the other: handing each file to another thread takes longer than looking at it.
    size: [...paths].reduce((sum, path) => sum + statSync(path).size, 0),
  };
}
