import type { Root } from 'mdast';
import type { Mode, Position } from './article.ts';
import { eachNode } from './each-node.ts';
import { positionOf } from './node-position.ts';

/** A comment `<!-- skip: next -->`, with a reason in quotes after it or without. */
export interface SkipDirective {
  readonly mode: Mode;
  readonly position: Position;
}

/** In document order. */
export function readSkips(tree: Root): SkipDirective[] {
  const skips: SkipDirective[] = [];
  eachNode(tree, (node) => {
    if (node.type !== 'html') return;
    const match = /^<!---?\s*skip:\s*next\s*(?:"([^"]*)"\s*)?-?-->$/.exec(node.value.trim());
    if (!match) return;
    const [, reason] = match;
    skips.push({ mode: { kind: 'skip', ...(reason && { reason }) }, position: positionOf(node).start });
  });
  return skips;
}
