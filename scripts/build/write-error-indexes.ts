import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { config } from '../../src/config.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { errorIndex, type IndexedArticle } from '../../src/metadata/traceback/error-index.ts';
import { errorShards } from '../../src/metadata/traceback/error-shards.ts';
import { libraryArticle } from '../../src/site/library/library.ts';
import { pageHref } from '../../src/site/site-address.ts';

/**
 * Writes for each language what its articles say of errors, beside the page that takes tracebacks.
 *
 * @param articles those that are published, which the pages were built of
 */
export async function writeErrorIndexes(
  dist: string,
  articles: readonly Article[],
  records: readonly ExampleRecord[],
): Promise<void> {
  const recordsOf = Map.groupBy(records, ({ article }) => article);
  const indexed = new Map(config.languages.map((language) => [language, new Map<string, IndexedArticle>()]));
  for (const article of articles) {
    const { language, section, slug } = article.address;
    const own = indexed.get(language);
    const url = pageHref(language, [...section, slug]);
    const errors = (recordsOf.get(article.path) ?? []).flatMap(({ line, error }) =>
      error ? [{ line, text: error.text }] : [],
    );
    if (own && !own.has(url)) own.set(url, { url, article, errors, inText: libraryArticle(article.path).mentions });
  }
  for (const [language, own] of indexed) {
    const folder = join(dist, 'traceback', language, 'errors');
    await mkdir(folder, { recursive: true });
    const shards = errorShards(errorIndex([...own.values()]));
    await writeFile(join(folder, 'index.json'), JSON.stringify({ shards: shards.length }));
    for (const [number, shard] of shards.entries()) {
      await writeFile(join(folder, `${number}.json`), JSON.stringify(shard));
    }
  }
}
