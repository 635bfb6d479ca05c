import type { Example, ExpectedOutput } from '../article/article.ts';
import { lineEnd, type SourceLines } from '../article/source-lines.ts';

/** A stretch of the article's source, by offsets, and what shall stand there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What of the example is another text afterwards: its code, or its output block. */
  readonly says:
    | { readonly code: string; readonly output?: never }
    | { readonly output: string; readonly code?: never };
}

type OutputBlock = Extract<ExpectedOutput, { kind: 'block' }>;

/** Puts this output into a block that is there; its fences grow where the output has a line that would close them. */
export function outputEdit(lines: SourceLines, block: OutputBlock, printed: string): Edit {
  const { source } = lines;
  const { position, span } = block;
  const output = withoutFinalLineEnd(printed);
  const opening = fenceAt(source, position.offset);
  const closingStart = source.slice(span.end.offset).search(/[`~]/) + span.end.offset;
  const closing = fenceAt(source, closingStart);
  const fence = longEnough(opening, output);
  const body = bodyOf(output, containerPrefix(lines, position), eolOf(lines, position.line));
  if (fence === opening) return { start: span.start.offset, end: span.end.offset, text: body, says: { output } };
  const openingRest = source.slice(position.offset + opening.length, span.start.offset);
  const closingIndent = source.slice(span.end.offset, closingStart);
  return {
    start: position.offset,
    end: closingStart + closing.length,
    text: `${fence}${openingRest}${body}${closingIndent}${fence}`,
    says: { output },
  };
}

/** Puts an output block after an example that has none. */
export function newBlockEdit(lines: SourceLines, example: Example, printed: string): Edit {
  const output = withoutFinalLineEnd(printed);
  const prefix = containerPrefix(lines, example.position);
  const eol = eolOf(lines, example.position.line);
  const fence = longEnough('```', output);
  const at = lineEnd(lines, example.span.end.line);
  const block = `${prefix}${fence}output${eol}${bodyOf(output, prefix, eol)}${prefix}${fence}`;
  return { start: at, end: at, text: `${eol}${prefix.trimEnd()}${eol}${block}`, says: { output } };
}

/**
 * What stands before a block's own text on each of its lines: the marks of the quotes it stands in, and spaces
 * in the place of a list's mark, which stands on the first line only.
 */
function containerPrefix({ source, starts }: SourceLines, at: { line: number; offset: number }): string {
  const before = source.slice(starts[at.line - 1] ?? 0, at.offset);
  return before.replace(/^\uFEFF/, '').replace(/[^>\s]/g, ' ');
}

/** The line end that the article has on this line (1-based). */
export function eolOf(lines: SourceLines, line: number): string {
  return lines.source.slice(lineEnd(lines, line), lines.starts[line]) || '\n';
}

/** Whole lines of the article. An empty one keeps no spaces that nobody sees. */
export function bodyOf(text: string, prefix: string, eol: string): string {
  if (text === '') return '';
  const bodyLines = text.split('\n').map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
  return bodyLines.map((line) => line + eol).join('');
}

function withoutFinalLineEnd(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}

function fenceAt(source: string, offset: number): string {
  return /^(?:`+|~+)/.exec(source.slice(offset))?.[0] ?? '```';
}

/** The fence, or a longer one of its kind: longer than every run of its character that begins a line of the text. */
function longEnough(fence: string, text: string): string {
  const mark = fence[0] as string;
  const runs = [...text.matchAll(/^[ \t]*(`+|~+)/gm)].map(([, run = '']) => (run.startsWith(mark) ? run.length : 0));
  return mark.repeat(Math.max(fence.length, 1 + Math.max(0, ...runs)));
}
