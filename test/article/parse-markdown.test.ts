import { expect, it } from 'vitest';
import { eachNode } from '../../src/article/each-node.ts';
import { parseMarkdown } from '../../src/article/parse-markdown.ts';

// Behind an open bracket the tokenizer lets them pass, so that they are found in the tree or not at all.
it.each([
  ['[ https://example.org/path', 'https://example.org/path'],
  ['[ WWW.example.org', 'http://WWW.example.org'],
  ['[ somebody@example.org', 'mailto:somebody@example.org'],
  ['في [ http://example.org', 'http://example.org'],
])('finds the address in %s', (source, url) => {
  expect(links(source)).toEqual([url]);
});

function links(source: string): readonly string[] {
  const found: string[] = [];
  const tree = parseMarkdown(source);
  if (tree) {
    eachNode(tree, (node) => {
      if (node.type === 'link') found.push(node.url);
    });
  }
  return found;
}
