import GithubSlugger, { slug } from 'github-slugger';
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article, Header, Section } from './article.ts';
import { withEmoji } from './foreign-marks.ts';
import { positionOf } from './node-position.ts';
import { namesPart } from './outline.ts';
import type { Report } from './report.ts';

/**
 * Puts every level-1 heading but the title, and what stands below it, one level down, in place: many texts that GitHub
 * shows give each of their parts one, and a page has one title.
 */
export function lowerSecondTitles(tree: Root, title: Section | undefined): void {
  let lower = 0;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    if (node.depth === 1) lower = node.position?.start.offset === title?.position.offset ? 0 : 1;
    node.depth = Math.min(node.depth + lower, 6) as typeof node.depth;
  }
}

/** The headings of the article's own level; a heading inside a list or a quote is part of what it stands in. */
export function readSections(tree: Root): readonly Section[] {
  const slugger = new GithubSlugger();
  const given = givenIds(tree, slugger);
  const sections: Section[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const title = plainText(node);
    // A heading without a letter would have an empty anchor.
    const id = given.get(node) ?? slugger.slug(slug(title) === '' ? 'section' : title);
    sections.push({ depth: node.depth, title: withEmoji(title), id, position: positionOf(node).start });
  }
  return sections;
}

/**
 * What stands below the heading of a section, up to the next of any level.
 *
 * @param index of the section among those of this tree
 */
export function nodesBelow({ children }: Root, index: number): readonly RootContent[] {
  const headings = children.flatMap(({ type }, at) => (type === 'heading' ? at : []));
  const at = headings[index];
  return at === undefined ? [] : children.slice(at + 1, headings[index + 1]);
}

/** The anchors that authors gave; a heading's own words never make one of them again, so these come first. */
function givenIds(tree: Root, slugger: GithubSlugger): ReadonlyMap<RootContent, string> {
  const ids = new Map<RootContent, string>();
  for (const node of tree.children) {
    if (node.type !== 'heading' || node.data?.id === undefined) continue;
    const { id } = node.data;
    ids.set(node, id in slugger.occurrences ? slugger.slug(id, true) : id);
    slugger.occurrences[id] ??= 0;
  }
  return ids;
}

/**
 * The article's title: its first level-1 heading, Markdown or HTML, that says more than what kind of text
 * stands below it, else what the header says, else any level-1 heading, else the heading of another level that
 * the article begins with, else the file's name.
 */
export function readTitle(
  { tree, sections, header }: { readonly tree: Root; readonly sections: readonly Section[]; readonly header: Header },
  fileName: string,
  report: Report,
): string {
  const candidates = sections.filter(({ depth, title }) => depth === 1 && title !== '');
  const telling = candidates.find((section) => !namesPart(section.title));
  const chosen = telling ?? candidates[0];
  for (const { position } of candidates.filter((section) => section !== chosen)) {
    report('title-second', position, chosen?.title ?? '', chosen?.position.line ?? 1);
  }
  const inHtml = htmlTitle(tree, chosen?.position.offset);
  const title = inHtml ?? telling?.title ?? header.title ?? chosen?.title;
  if (title !== undefined) return title;
  const [start] = tree.children;
  const substitute = openingHeading(tree, sections) ?? fileName;
  if (start) report('title-missing', positionOf(start).start, substitute);
  return substitute;
}

/** The heading that is the article's title, if one is. */
export function titleHeading({ title, sections }: Pick<Article, 'title' | 'sections'>): Section | undefined {
  const isTitle = (section: Section): boolean => section.title === title;
  return sections.find((section) => section.depth === 1 && isTitle(section)) ?? sections.slice(0, 1).find(isTitle);
}

/** What the first heading says if nothing stands before it; `Summary` and `9.1. Files` are no titles. */
function openingHeading({ children }: Root, [first]: readonly Section[]): string | undefined {
  const start = children.find(({ type }) => type !== 'yaml' && type !== 'html' && type !== 'definition');
  if (!first || first.title === '' || start?.position?.start.offset !== first.position.offset) return undefined;
  return namesPart(first.title) || /^\p{N}+[.)]/u.test(first.title) ? undefined : first.title;
}

/** `<h1 align="center">Title</h1>`, as many begin that GitHub shows; before an offset, if there is one. */
function htmlTitle({ children }: Root, before = Number.POSITIVE_INFINITY): string | undefined {
  for (const node of children) {
    if (positionOf(node).start.offset > before) return undefined;
    const [, html] = (node.type === 'html' && /<h1(?=[\s>])[^>]*>((?:(?!<h1[\s>]).)*?)<\/h1>/is.exec(node.value)) || [];
    const text = html
      ?.replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text) return withEmoji(text);
  }
  return undefined;
}

function plainText(node: RootContent): string {
  return textOf(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}
