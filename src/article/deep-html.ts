import type { Nodes, Root } from 'mdast';
import { positionOf } from './node-position.ts';
import { withoutComments } from './raw-html.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/**
 * Place of the first tag of raw HTML that stands in so many elements that whoever walks through the page might
 * run out of stack; undefined if there is none.
 */
export function deepHtml(tree: Root, lines: SourceLines): ReturnType<typeof positionAt> | undefined {
  /** Names of the elements that are open. */
  const open: string[] = [];
  const offset = findDeep(tree, open, lines.source);
  return offset === undefined ? undefined : positionAt(lines, offset);
}

function findDeep(node: Nodes, open: string[], source: string): number | undefined {
  if (node.type === 'html') {
    const { start, end } = positionOf(node);
    const found = readTags(withoutComments(source.slice(start.offset, end.offset)), open);
    return found === undefined ? undefined : start.offset + found;
  }
  if (!('children' in node)) return undefined;
  const before = open.length;
  for (const child of node.children) {
    const found = findDeep(child, open, source);
    if (found !== undefined) return found;
  }
  // What was opened within an element of Markdown's ends with it.
  open.splice(before);
  return undefined;
}

function readTags(html: string, open: string[]): number | undefined {
  for (const { 1: slash, 2: written = '', 3: attributes = '', index } of html.matchAll(tag)) {
    const name = written.toLowerCase();
    if (slash === '/') {
      const last = open.lastIndexOf(name);
      if (last >= 0) open.splice(last);
    } else if (!endsByItself.has(name) && !(attributes.endsWith('/') && open.some((other) => other === 'svg'))) {
      open.push(name);
      if (open.length > mostElements) return index;
    }
  }
  return undefined;
}

const tag = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>])*)/gi;

/** Several times as many as anybody nests, and a fraction of what there is stack for. */
const mostElements = 500;

/** Elements without an end tag, and those that the next one of their kind ends. */
const endsByItself: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
  ...['a', 'dd', 'dt', 'li', 'option', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
]);
