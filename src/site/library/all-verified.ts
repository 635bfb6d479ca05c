import type { Article } from '../../article/article.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { labelsOf } from '../locales/labels-of.ts';
import { exampleStatus } from '../render/example-status.ts';

/**
 * Whether every example of an article carries the seal, there being at least one.
 *
 * @param records that match, by example index
 */
export function allVerified(
  { address, examples }: Pick<Article, 'address' | 'examples'>,
  records: ReadonlyMap<number, ExampleRecord>,
): boolean {
  const labels = labelsOf(address.language).example;
  return (
    examples.length > 0 &&
    examples.every((example) => exampleStatus(example, records.get(example.index), labels).verified)
  );
}
