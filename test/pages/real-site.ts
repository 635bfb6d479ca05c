import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { config } from '../../src/config.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { readRecords } from '../../src/content/record-file.ts';
import { readSettings } from '../../src/content/settings.ts';
import { type BuiltPage, readPages } from './built-site.ts';

const settings = readSettings();

/** The site that `test/build-site.ts` built, the articles it was built of, and what their examples did. */
export const dist = join(settings.root, 'dist');
export const pages = await readPages(dist);
export const { articles } = await readArticles(settings.contentFolder, config);
export const records = await readRecords(settings.recordFile);

/**
 * Pages that show or list articles: all but the entrance, the search, the one for tracebacks and the one for missing
 * addresses.
 */
export const listed = [...pages.values()].filter(({ path }) => /^\/(?:ar|en)\//.test(path));
/** The page for pasted tracebacks, in each language. */
export const tracebacks = [...pages.values()].filter(({ path }) => path.startsWith('/traceback/'));

/** Address of an article, written here anew: `/ar/python/key-error/`. */
export function addressOf({ address: { language, section, slug } }: Article): string {
  return `/${[language, ...section, slug].join('/')}/`;
}

export function pageOf(article: Article): BuiltPage {
  const page = pages.get(addressOf(article));
  if (!page) throw new Error(`${article.path} has no page`);
  return page;
}

/** Code unit order, which is the same everywhere. */
export function sorted(values: Iterable<string>): readonly string[] {
  return [...values].sort();
}
