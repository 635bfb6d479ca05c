import type { Definition, Html, Image, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article, Position } from '../article/article.ts';
import { decodeUrl } from '../article/decode-url.ts';
import { relativePath } from '../article/resolve-link.ts';
import { positionAt, sourceLines } from '../article/source-lines.ts';

/** A link of an article to another file, as it is written. */
export interface WrittenLink {
  /** As it stands in the source, between offsets `start` and `end`. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** The path without query and fragment, decoded. */
  readonly path: string;
  /** Query and fragment, as written. */
  readonly rest: string;
  readonly position: Position;
}

/** Every relative link and picture of an article, those in HTML included, in order. */
export function readLinks({ tree, source }: Pick<Article, 'tree' | 'source'>): readonly WrittenLink[] {
  const lines = sourceLines(source);
  const links: WrittenLink[] = [];
  const add = (raw: string, start: number): void => {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(raw) ?? [];
    if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(raw)) return;
    const position = positionAt(lines, start);
    links.push({ raw, start, end: start + raw.length, path: decodeUrl(withoutBackslashes(path)), rest, position });
  };
  visit(tree, (node) => {
    if (node.type === 'html') for (const [raw, at] of htmlLinks(node, source)) add(raw, at);
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const found = destination(node, source);
    if (found) add(...found);
  });
  return links.toSorted((a, b) => a.start - b.start);
}

/** The path from one file to another, as a link may be written anywhere. */
export function relativeLink(from: string, to: string): string {
  const path = relativePath(from, to);
  return /[\s()<>%?#\\]/.test(path)
    ? encodeURI(path).replace(/[()?#]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
    : path;
}

/** Where the destination stands in the node's own text: after the last `](` that is followed by it, or after `]:`. */
function destination(node: Link | Image | Definition, source: string): [raw: string, at: number] | undefined {
  const start = node.position?.start.offset ?? 0;
  const text = source.slice(start, node.position?.end.offset);
  const mark = node.type === 'definition' ? /\]:\s*/g : /\]\(\s*/g;
  for (const match of [...text.matchAll(mark)].toReversed()) {
    const at = match.index + match[0].length;
    const raw = /^<([^<>\n]*)>/.exec(text.slice(at))?.[1];
    if (raw !== undefined && withoutBackslashes(raw) === node.url) return [raw, start + at + 1];
    const bare = bareDestination(text.slice(at));
    if (withoutBackslashes(bare) === node.url) return [bare, start + at];
  }
  return undefined;
}

/** Up to a blank or a bracket that closes nothing. */
function bareDestination(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (character === '\\') index++;
    else if (/\s/.test(character)) return text.slice(0, index);
    else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return text.slice(0, index);
  }
  return text;
}

function htmlLinks(node: Html, source: string): readonly (readonly [raw: string, at: number])[] {
  const start = node.position?.start.offset ?? 0;
  const text = source.slice(start, node.position?.end.offset);
  if (text.startsWith('<!--')) return [];
  return Array.from(text.matchAll(/\s(?:src|href)\s*=\s*(["'])(.*?)\1/gi), (match) => {
    const raw = match[2] as string;
    return [raw, start + match.index + match[0].length - 1 - raw.length] as const;
  });
}

/** Markdown's backslashes. */
function withoutBackslashes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
