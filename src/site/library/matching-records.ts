import type { Article, Example } from '../../article/article.ts';
import { exampleDigest } from '../../examples/digest.ts';
import type { ExampleRecord } from '../../examples/record.ts';

/** The records that are of an article's examples as they stand now, by example index; one of an earlier text says nothing. */
export async function matchingRecords(
  article: Pick<Article, 'examples' | 'files'>,
  records: readonly ExampleRecord[],
): Promise<ReadonlyMap<number, ExampleRecord>> {
  const byLine = new Map(records.map((record) => [record.line, record]));
  const matching = new Map<number, ExampleRecord>();
  for (const example of article.examples) {
    const record = byLine.get(example.position.line);
    if (record && record.digest === (await digestOf(article, example))) matching.set(example.index, record);
  }
  return matching;
}

/** While the site is served, nearly all examples stay as they are. */
function digestOf(article: Pick<Article, 'examples' | 'files'>, example: Example): Promise<string> {
  const digest = digests.get(example) ?? exampleDigest(article, example);
  digests.set(example, digest);
  return digest;
}

const digests = new WeakMap<Example, Promise<string>>();
