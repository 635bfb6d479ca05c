import type { Html, Root, RootContent, Yaml } from 'mdast';
import type { Header, Position, Redirect } from './article.ts';
import { readFrontmatter } from './frontmatter.ts';
import { nearestName } from './header-names.ts';
import { splitKeywords } from './keyword-list.ts';
import { positionOf } from './node-position.ts';
import { readRedirect } from './redirects.ts';
import type { Report } from './report.ts';
import { positionAt, restOfLine, type SourceLines } from './source-lines.ts';

/** The article's header and the tree without it. */
export function readHeader(tree: Root, lines: SourceLines, report: Report): { header: Header; tree: Root } {
  const [first] = tree.children;
  if (first?.type === 'yaml') {
    return { header: readFrontmatter(textOfYaml(first, lines), lines, report), tree: without(tree, first) };
  }
  if (first?.type === 'toml') {
    report('header-toml', positionOf(first).start);
    return { header: { kind: 'none' }, tree: without(tree, first) };
  }
  reportMistakenFrontmatter(tree, lines, report);
  if (first?.type === 'html') reportNames(first, lines, report);
  const comment = headerComment(tree);
  // One that is never closed has the whole article in it, which is told of wherever it stands.
  if (!comment?.value.includes('-->')) return { header: { kind: 'none' }, tree };
  const header = {
    ...readComment(comment),
    ...commentDraft(comment, lines, report),
    ...commentOrder(comment, lines, report),
    ...commentRedirects(comment, lines, report),
  };
  return { header, tree: endsWithComment(comment) ? without(tree, comment) : tree };
}

function without(tree: Root, header: RootContent): Root {
  return { ...tree, children: tree.children.filter((node) => node !== header) };
}

/** Begin and end of the lines between the two fences. */
function textOfYaml(node: Yaml, lines: SourceLines): { start: number; end: number } {
  const { start, end } = positionOf(node);
  return { start: lines.starts[start.line] ?? end.offset, end: lines.starts[end.line - 1] ?? end.offset };
}

/**
 * Without its second fence, behind a blank line or between fences of other lengths, the frontmatter is a
 * rule, a paragraph or a heading, and would be shown to readers.
 */
function reportMistakenFrontmatter({ children }: Root, lines: SourceLines, report: Report): void {
  const first = children.find((node) => node.type !== 'html');
  if (!first) return;
  const { start } = positionOf(first);
  const fence = restOfLine(lines, start);
  if (!/^-{2,}[ \t]*$/.test(fence)) return;
  const next = positionAt(lines, lines.starts[start.line] ?? lines.source.length);
  if (!/^(?:title|description|keywords|draft|order|redirect_from)[ \t]*:/.test(restOfLine(lines, next))) return;
  const isInPlace = /^\uFEFF?$/.test(lines.source.slice(0, start.offset)) && fence.trimEnd() === '---';
  report(isInPlace ? 'header-unclosed' : 'header-place', start);
}

/** The first of the comments the article begins with that names something about it. */
export function headerComment(tree: Root): Html | undefined {
  for (const node of tree.children) {
    if (node.type !== 'html' || !node.value.startsWith('<!--')) return undefined;
    if (metaLine.test(node.value)) return node;
  }
  return undefined;
}

const metaLine = /(?:^|<!--)[ \t]*Meta[ \t]+(?:Title|Description|Keywords|Draft|Order|Redirect[ \t]+From)[ \t]*:/im;

/** `Meta Descripton: …` */
function reportNames(first: Html, lines: SourceLines, report: Report): void {
  const { start, end } = positionOf(first);
  const written = lines.source.slice(start.offset, end.offset);
  for (const field of written.matchAll(/^(?:[ \t]*<!--)?[ \t]*(Meta[ \t]+([^\s:][^:\r\n]*)):/gim)) {
    const [whole, written = '', name = ''] = field;
    const label = written.trimEnd();
    const meant = nearestName(name.trimEnd().replace(/\s+/g, ' ').toLowerCase(), names);
    const at = start.offset + field.index + whole.indexOf(label);
    if (meant) report('header-name', positionAt(lines, at), label, `Meta ${titleCase(meant)}`);
  }
}

const names = ['title', 'description', 'keywords', 'draft', 'order', 'redirect from', 'derived'];

function titleCase(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Markdown counts what follows a comment on its last line to it. */
function endsWithComment({ value }: Html): boolean {
  return value.slice(value.indexOf('-->') + 3).trim() === '';
}

/** `Meta Name: value` lines, of one name the first; lines without a name of their own go on with the value before. */
function readComment({ value }: Html): Header {
  const fields = new Map<string, string>();
  let name: string | undefined;
  for (const line of value
    .slice('<!--'.length)
    .split('-->', 1)[0]
    ?.split(/\r\n|\n|\r/) ?? []) {
    const field = /^[ \t]*Meta[ \t]([^:]*):(.*)$/i.exec(line);
    const found = field?.[1]?.trim().toLowerCase();
    if (found !== undefined) name = fields.has(found) ? undefined : found;
    if (name !== undefined) fields.set(name, `${fields.get(name) ?? ''} ${field?.[2] ?? line}`);
  }
  const text = (key: string): string => (fields.get(key) ?? '').replace(/\s+/g, ' ').trim();
  const keywords = splitKeywords(text('keywords'));
  return {
    kind: 'comment',
    ...(text('title') && { title: text('title') }),
    ...(text('description') && { description: text('description') }),
    ...(keywords.length > 0 && { keywords }),
    ...(text('derived') && { derived: text('derived') }),
  };
}

/** `Meta Draft: true` */
function commentDraft(comment: Html, lines: SourceLines, report: Report): { readonly draft?: boolean } {
  const { text, at } = commentField(comment, /Draft/, lines);
  const value = text.trim().toLowerCase();
  if (value === '') return {};
  if (value === 'true' || value === 'false') return { draft: value === 'true' };
  report('header-value', at(text.search(/\S/)), 'Meta Draft', '"Meta Draft: true" or "Meta Draft: false"');
  return {};
}

/** `Meta Order: 1` */
function commentOrder(comment: Html, lines: SourceLines, report: Report): { readonly order?: number } {
  const { text, at } = commentField(comment, /Order/, lines);
  if (text.trim() === '') return {};
  const order = Number(text);
  if (Number.isFinite(order)) return { order };
  report('header-value', at(text.search(/\S/)), 'Meta Order', 'a number like "Meta Order: 1"');
  return {};
}

/** `Meta Redirect From: /ar/python/old-name/`, several of them with commas between. */
function commentRedirects(
  comment: Html,
  lines: SourceLines,
  report: Report,
): { readonly redirects?: readonly Redirect[] } {
  const { text: addresses, at } = commentField(comment, /Redirect[ \t]+From/, lines);
  const redirects = Array.from(addresses.matchAll(/[^\s,،]+/g)).flatMap(({ 0: text, index }) => {
    return readRedirect(text, at(index), report);
  });
  return redirects.length > 0 ? { redirects } : {};
}

/** What stands after a name on its line of a comment header, and where each of its characters stands. */
function commentField(
  comment: Html,
  name: RegExp,
  lines: SourceLines,
): { readonly text: string; at(index: number): Position } {
  const { start, end } = positionOf(comment);
  const written = lines.source.slice(start.offset, end.offset);
  const line = new RegExp(`^(?:[ \\t]*<!--)?[ \\t]*Meta[ \\t]+${name.source}[ \\t]*:[ \\t]*(.*)$`, 'dim');
  const field = line.exec(written);
  const [from = 0] = field?.indices?.[1] ?? [];
  const [text = ''] = (field?.[1] ?? '').split('-->', 1);
  return { text, at: (index) => positionAt(lines, start.offset + from + index) };
}
