import type { Root } from 'hast';
import { eachNode } from '../../article/each-node.ts';
import { textNode } from '../hast.ts';

/**
 * Turns films, sounds and frames of other sites into links to them, in place: a page loads nothing from there,
 * and readers should still find what the author shows.
 */
export function linkEmbeddedMedia() {
  return (tree: Root): void =>
    eachNode(tree, (node) => {
      if (node.type !== 'element' || !embedding.has(node.tagName)) return;
      const source = node.children.find((child) => child.type === 'element' && child.tagName === 'source');
      const src = node.properties['src'] ?? (source?.type === 'element' ? source.properties['src'] : undefined);
      if (typeof src !== 'string' || !/^(?:https?:)?\/\//i.test(src)) return;
      const { title } = node.properties;
      const { href, host, pathname } = new URL(src, 'https://example.org');
      node.tagName = 'a';
      node.children = [textNode(typeof title === 'string' && title !== '' ? title : host + pathname)];
      node.properties = { href };
    });
}

const embedding: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'embed']);
