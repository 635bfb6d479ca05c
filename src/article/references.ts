import type { Nodes, Root } from 'mdast';
import type { Position } from './article.ts';
import { eachNode } from './each-node.ts';
import { positionOf } from './node-position.ts';

/** What an article's text refers to outside of it, in document order. */
export interface References {
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  /** Raw HTML, in which there may be others. */
  readonly html: readonly { readonly value: string; readonly start: Position }[];
}

/** A link, the definition of one, or a picture. */
export interface Reference {
  readonly url: string;
  /** What is shown when one points at it; absent where there is none. */
  readonly title?: string;
  readonly start: Position;
  readonly end: Position;
}

export function readReferences(tree: Root): References {
  const [links, images, html]: [Reference[], Reference[], References['html'][number][]] = [[], [], []];
  eachNode(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') links.push(referenceOf(node));
    else if (node.type === 'image') images.push(referenceOf(node));
    else if (node.type === 'html') html.push({ value: node.value, start: positionOf(node).start });
  });
  return { links, images, html };
}

function referenceOf(node: Extract<Nodes, { url: string }>): Reference {
  const { start, end } = positionOf(node);
  return { url: node.url, ...(node.title && { title: node.title }), start, end };
}
