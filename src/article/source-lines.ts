import type { Position } from './article.ts';

/** The places of a text, by lines as Markdown counts them: ended by LF, CRLF or CR. */
export interface SourceLines {
  readonly source: string;
  /** Offset at which each line begins. */
  readonly starts: readonly number[];
}

export function sourceLines(source: string): SourceLines {
  const starts = [0];
  for (const end of source.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return { source, starts };
}

/** The place of an offset; offsets after the end count as the end. */
export function positionAt({ source, starts }: SourceLines, offset: number): Position {
  const at = Math.min(offset, source.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at };
}

/** Offset just after the text of a line (1-based), before its line end. */
export function lineEnd({ source, starts }: SourceLines, line: number): number {
  const next = starts[line];
  if (next === undefined) return source.length;
  return source.startsWith('\r\n', next - 2) ? next - 2 : next - 1;
}

/** Text of a line (1-based) from an offset in it to its end, without the line end. */
export function restOfLine(lines: SourceLines, from: Position): string {
  return lines.source.slice(from.offset, lineEnd(lines, from.line));
}
