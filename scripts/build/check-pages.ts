import { readdir, stat } from 'node:fs/promises';
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
export async function checkPages(dist: string, articles: readonly Article[]): Promise<BuiltPages> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = new Set(files.map((entry) => join(entry.parentPath, entry.name)));
  const missing = articles.filter(({ address: { language, section, slug } }) => {
    return !paths.has(join(dist, language, ...section, slug, 'index.html'));
  });
  if (missing.length > 0) {
    throw new Error(`the site was built without a page for ${missing.map(({ path }) => path).join(', ')}`);
  }
  const sizes = await Promise.all([...paths].map(async (path) => (await stat(path)).size));
  return {
    count: [...paths].filter((path) => path.endsWith('.html')).length,
    size: sizes.reduce((sum, size) => sum + size, 0),
  };
}
