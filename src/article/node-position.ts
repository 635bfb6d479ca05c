import type { Nodes } from 'mdast';
import type { Position, Span } from './article.ts';

/** A place as the parser writes it. */
export type Point = NonNullable<Nodes['position']>['start'];

/** Where a node of a parsed tree stands. */
export function positionOf(node: Nodes): Span {
  // Parsed nodes always have a position; only generated ones do not, and there are none here.
  const { start, end } = node.position ?? { start: origin, end: origin };
  return { start: toPosition(start), end: toPosition(end) };
}

const origin: Point = { line: 1, column: 1, offset: 0 };

export function toPosition({ line, column, offset }: Point): Position {
  return { line, column, offset: offset ?? 0 };
}
