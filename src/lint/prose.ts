import type { Nodes, Root } from 'mdast';
import { positionOf } from '../article/node-position.ts';

/** A paragraph, heading or cell as its reader meets it, character for character where it stands in the source. */
export interface ProseBlock {
  /** Offset in the source. */
  readonly start: number;
  /** As long as the source: Markdown's own signs are `markup`, inline code and pictures are `thing`. */
  readonly text: string;
  readonly isHeading: boolean;
}

/** Stands for what readers do not see. */
const markup = '\uE000';

/** Stands for what is no prose, and yet a word of the sentence. */
const thing = '\uE001';

/** What is written for people, without code, addresses and raw HTML. */
export function proseBlocks(tree: Root, source: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const { start, end } = positionOf(node);
      const characters: string[] = Array.from({ length: end.offset - start.offset }, () => markup);
      show(node, characters, start.offset, source);
      blocks.push({ start: start.offset, text: characters.join(''), isHeading: node.type === 'heading' });
    } else if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(tree);
  return blocks;
}

function show(node: Nodes, characters: string[], from: number, source: string): void {
  const { start, end } = positionOf(node);
  const isThing = node.type === 'inlineCode' || node.type.startsWith('image') || isBareAddress(node);
  if (node.type === 'text' || isThing) {
    for (let at = start.offset; at < end.offset; at++) characters[at - from] = isThing ? thing : (source[at] ?? '');
  } else if ('children' in node) for (const child of node.children) show(child, characters, from, source);
}

/** A link that is written as its address is no prose. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [text, ...more] = node.children;
  return more.length === 0 && text?.type === 'text' && node.url.endsWith(text.value);
}
