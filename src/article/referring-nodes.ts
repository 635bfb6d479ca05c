import type { Definition, Html, Image, Link, Root } from 'mdast';
import { eachNode } from './each-node.ts';

/** The nodes of an article's tree that refer to something outside it, in document order. */
export interface ReferringNodes {
  readonly links: readonly (Link | Definition)[];
  /** Pictures and raw HTML, in which there may be others. */
  readonly media: readonly (Image | Html)[];
  readonly html: readonly Html[];
}

/** Looked for once in each tree: at every saved article, all links of the site are followed again. */
export function referringNodes(tree: Root): ReferringNodes {
  const known = found.get(tree);
  if (known) return known;
  const links: (Link | Definition)[] = [];
  const media: (Image | Html)[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') links.push(node);
    else if (node.type === 'image' || node.type === 'html') media.push(node);
  });
  const nodes = { links, media, html: media.filter((node) => node.type === 'html') };
  found.set(tree, nodes);
  return nodes;
}

const found = new WeakMap<Root, ReferringNodes>();
