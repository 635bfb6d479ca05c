import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../../article/article.ts';
import { titleHeading } from '../../article/sections.ts';

/** What the search knows of an article. */
export interface SearchRecord {
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** A paragraph, a row of a table or a block of code. */
export interface Passage {
  readonly kind: 'heading' | 'prose' | 'code';
  /** Anchor of the section it stands in; empty in front of the first heading and below the title. */
  readonly anchor: string;
  readonly text: string;
}

/** An article's text in passages, as its readers see it: without the title, and without hidden lines. */
export function searchRecord({ title, tree, sections, examples }: SearchedArticle): SearchRecord {
  const hidden = new Set(examples.flatMap(({ setup }) => setup.map(({ position }) => position.line)));
  const headings = new Map(sections.map((section) => [section.position.offset, section]));
  const heading = titleHeading({ title, sections });
  let anchor = '';
  const passages = tree.children.flatMap((node): readonly Passage[] => {
    const section = headings.get(node.position?.start.offset ?? -1);
    if (!section) return passagesOf(node, anchor, hidden);
    anchor = section === heading ? '' : section.id;
    return section === heading ? [] : [{ kind: 'heading', anchor, text: section.title }];
  });
  return { title, passages: passages.filter(({ text }) => text.trim() !== '') };
}

type SearchedArticle = Pick<Article, 'title' | 'tree' | 'sections' | 'examples'>;

function passagesOf(node: RootContent, anchor: string, hidden: ReadonlySet<number>): readonly Passage[] {
  if (node.type === 'code') {
    const isHidden = hidden.has(node.position?.start.line ?? 0);
    return isHidden ? [] : [{ kind: 'code', anchor, text: node.value }];
  }
  if (node.type === 'html' || node.type === 'yaml') return [];
  if (node.type === 'tableRow') return [prose(node.children.map((cell) => plain(cell)).join(' · '), anchor)];
  if (node.type === 'paragraph' || node.type === 'heading') return [prose(plain(node), anchor)];
  return 'children' in node ? node.children.flatMap((child) => passagesOf(child, anchor, hidden)) : [];
}

function prose(text: string, anchor: string): Passage {
  return { kind: 'prose', anchor, text };
}

function plain(node: Nodes): string {
  return textOf(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}
