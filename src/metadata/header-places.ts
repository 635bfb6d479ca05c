import type { Position } from '../article/article.ts';
import { headerComment } from '../article/header.ts';
import { parseMarkdown } from '../article/parse-markdown.ts';
import { positionAt, sourceLines } from '../article/source-lines.ts';

/** Where the header of a source stands; offsets of what is between its fences or comment signs. */
export type HeaderPlace =
  | { readonly kind: 'frontmatter' | 'comment'; readonly start: number; readonly end: number }
  | { readonly kind: 'toml' | 'none' };

export function headerPlace(source: string): HeaderPlace {
  const [beginning] = frontmatter.exec(source) ?? comments.exec(source) ?? [''];
  const tree = parseMarkdown(beginning);
  if (!tree) return { kind: 'none' };
  const [first] = tree.children;
  if (first?.type === 'yaml') {
    const { starts } = sourceLines(source);
    const line = (number: number): number => starts[number - 1] ?? source.length;
    const { start, end } = first.position ?? { start: { line: 1 }, end: { line: 1 } };
    return { kind: 'frontmatter', start: line(start.line + 1), end: line(end.line) };
  }
  if (first?.type === 'toml') return { kind: 'toml' };
  const comment = headerComment(tree);
  const start = comment?.position?.start.offset;
  if (!comment || start === undefined) return { kind: 'none' };
  const length = comment.value.indexOf('-->');
  return { kind: 'comment', start: start + 4, end: start + (length === -1 ? comment.value.length : length) };
}

/**
 * What an article has its header in: all between two fences, or all comments that it begins with, each up to
 * the end of its last line. To read the whole article again would take as long as everything else that is
 * done with a header.
 */
const frontmatter = /^\uFEFF?(---|\+\+\+)[ \t]*(?=[\r\n]).*?[\r\n]\1[ \t]*(?=[\r\n]|$)/s;
const comments = /^\uFEFF?(?:\s*<!--.*?(?:-->[^\r\n]*|$))+/s;

/**
 * A `Meta Name: value` field of a comment header; `start` and `end` are those of its value,
 * without the space around it.
 */
export interface CommentField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The fields of the comment between two offsets, of one name only the first, as they are read; a value goes on
 * over lines without a name of their own.
 */
export function commentFields(source: string, { start, end }: { start: number; end: number }): readonly CommentField[] {
  const names = [...source.slice(start, end).matchAll(/(?:^|\r\n|\n|\r)[ \t]*Meta[ \t]([^:\r\n]*):/gi)];
  const fields = names.map((match, index) => {
    const from = start + match.index + match[0].length;
    const value = source.slice(from, start + (names[index + 1]?.index ?? end - start));
    const lead = value.length - value.trimStart().length;
    const first = value.trim() === '' ? from : from + lead;
    return { name: match[1]?.trim().toLowerCase() ?? '', start: first, end: first + value.trim().length };
  });
  return fields.filter(({ name }, index) => fields.findIndex((other) => other.name === name) === index);
}

/** Where a field's value begins, else where the header or the article does. */
export function fieldPosition(source: string, field: string): Position {
  const place = headerPlace(source);
  return positionAt(sourceLines(source), 'start' in place ? offsetIn(source, place, field) : 0);
}

function offsetIn(source: string, place: { kind: string; start: number; end: number }, field: string): number {
  if (place.kind === 'comment') {
    return commentFields(source, place).find(({ name }) => name === field)?.start ?? place.start - 4;
  }
  const key = new RegExp(`(?:^|[\\r\\n])["']?${field}["']?[ \\t]*:[ \\t]*`).exec(source.slice(place.start, place.end));
  return key ? place.start + key.index + key[0].length : 0;
}
