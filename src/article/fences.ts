import type { Code, Root } from 'mdast';
import type { Position, Span } from './article.ts';
import { eachNode } from './each-node.ts';
import { type FenceWord, readFenceLine } from './fence-line.ts';
import { positionOf, toPosition } from './node-position.ts';
import type { Report } from './report.ts';
import { lineEnd, positionAt, restOfLine, type SourceLines } from './source-lines.ts';

/** A fenced code block, whatever its language. */
export interface Fence {
  /** The language as written, without what is attached to it; empty if there is none. */
  readonly tag: string;
  readonly words: readonly FenceWord[];
  /** Lines ended by LF, without final line end. */
  readonly code: string;
  /** The opening fence. */
  readonly position: Position;
  readonly span: Span;
  /** The whole lines between the fences. */
  readonly body: Span;
}

/**
 * Every closed fenced block, wherever it stands, in document order. One that is never closed is reported and left out:
 * nobody can say where its code was meant to end.
 */
export function readFences(tree: Root, lines: SourceLines, report: Report): readonly Fence[] {
  const fences: Fence[] = [];
  eachNode(tree, (node) => {
    if (node.type !== 'code') return;
    const [opening, closing] = node.data?.fences ?? [];
    if (!opening) return;
    if (closing) fences.push(readFence(node, toPosition(closing), lines));
    else report('fence-unclosed', toPosition(opening), fenceMark(node, lines));
  });
  return fences;
}

/** For each line of a fence's code, the place in the article where it begins. */
export function codeLineStarts(fence: Fence, lines: SourceLines): readonly Position[] {
  if (fence.code === '') return [fence.body.start];
  return fence.code.split('\n').map((codeLine, index) => {
    const line = fence.position.line + 1 + index;
    const start = lines.starts[line - 1] ?? lines.source.length;
    const end = lineEnd(lines, line);
    return positionAt(lines, end - sharedEnd(lines.source.slice(start, end), codeLine));
  });
}

function readFence(node: Code, closing: Position, lines: SourceLines): Fence {
  const span = positionOf(node);
  const bodyStart = positionAt(lines, lines.starts[span.start.line] ?? lines.source.length);
  const bodyEnd = positionAt(lines, lines.starts[closing.line - 1] ?? lines.source.length);
  return {
    ...readFenceLine(restOfLine(lines, span.start), span.start),
    code: node.value.replace(/\r\n?/g, '\n'),
    position: span.start,
    span,
    body: { start: bodyStart, end: bodyEnd },
  };
}

function fenceMark(node: Code, lines: SourceLines): string {
  return /^(?:`+|~+)/.exec(restOfLine(lines, positionOf(node).start))?.[0] ?? '```';
}

/**
 * Length of the longest common end. What Markdown takes off a line of code (list and quote marks,
 * indentation) is always at its begin; only a tab that is partly indentation turns into spaces, and then the
 * code begins after the tab.
 */
function sharedEnd(sourceLine: string, codeLine: string): number {
  let length = 0;
  while (length < codeLine.length && sameCharacter(sourceLine.at(-1 - length), codeLine.at(-1 - length))) length += 1;
  return length;
}

/** Markdown replaces U+0000 by U+FFFD. */
function sameCharacter(source: string | undefined, code: string | undefined): boolean {
  return source === code || (source === '\0' && code === '\uFFFD');
}
