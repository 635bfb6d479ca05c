import type { Position } from './article.ts';
import { inertText } from './inert-text.ts';
import { lineEnd, sourceLines } from './source-lines.ts';

/**
 * The lines around a place of an article, numbered, with the line marked and a caret below the column:
 *
 * ```text
 *   4 | person = {"name": "Layla"}
 * > 5 | person["age"]
 *     | ^
 * ```
 *
 * Empty if the article has no such line.
 */
export function codeFrame(source: string, { line, column }: Pick<Position, 'line' | 'column'>): string {
  const lines = sourceLines(source);
  if (line > lines.starts.length) return '';
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.starts.length, line + 2);
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = inertText(source.slice(lines.starts[number - 1], lineEnd(lines, number))).trimEnd();
    frame.push(
      `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${ordered(shortened(text))}`.trimEnd(),
    );
    if (number === line) frame.push(`  ${' '.repeat(width)} | ${caretBelow(text, column)}`);
  }
  return frame.join('\n');
}

/** A line of right-to-left text is a text of its own, beside its number and not around it (U+2068 … U+2069). */
function ordered(text: string): string {
  return /[\u0590-\u08FF]/.test(text) ? `\u2068${text}\u2069` : text;
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Below the column: tabs stay tabs, so that both lines are indented alike. */
function caretBelow(text: string, column: number): string {
  return `${text.slice(0, Math.min(column, longest) - 1).replace(/[^\t]/gu, ' ')}^`;
}

/** UTF-16 code units. */
const longest = 160;
