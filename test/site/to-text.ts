import type { ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const stringifier = unified().use(rehypeStringify, {
  allowParseErrors: true,
  characterReferences: { useNamedReferences: true },
});

/** HTML of a few nodes. */
export function toText(nodes: readonly ElementContent[]): string {
  return stringifier.stringify({ type: 'root', children: [...nodes] });
}
