import type { Article } from '../../article/article.ts';
import { exampleDigest } from '../../examples/digest.ts';
import type { ExampleRecord } from '../../examples/record.ts';

/**
 * The records that are of an article's examples as they stand now, by example index; one of an earlier text says
 * nothing.
 */
export async function matchingRecords(
  article: Pick<Article, 'examples' | 'files'>,
  records: readonly ExampleRecord[],
): Promise<ReadonlyMap<number, ExampleRecord>> {
  const byLine = new Map(records.map((record) => [record.line, record]));
  const matching = new Map<number, ExampleRecord>();
  for (const example of article.examples) {
    const record = byLine.get(example.position.line);
    if (record && record.digest === (await exampleDigest(article, example))) matching.set(example.index, record);
  }
  return matching;
}
