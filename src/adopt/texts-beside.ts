import type { Nodes, Parent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article, Example } from '../article/article.ts';
import { exampleLanguage } from '../article/languages.ts';

/** What stands directly before an example, and directly after it and its output. */
export interface TextsBeside {
  readonly before?: string | undefined;
  readonly behind?: string | undefined;
  /** What stands before it may as well speak of the example before that. */
  readonly isBetween: boolean;
}

export function textsBeside({ tree }: Pick<Article, 'tree'>, { position }: Pick<Example, 'position'>): TextsBeside {
  let parent: Parent | undefined;
  let at = -1;
  visit(tree, 'code', (node, index, above) => {
    if (node.position?.start.offset !== position.offset || index === undefined) return;
    parent = above;
    at = index;
  });
  if (!parent) return { isBetween: false };
  const siblings = parent.children.filter((node, index) => index === at || node.type !== 'html');
  const here = siblings.findIndex((node) => node.position?.start.offset === position.offset);
  const before = textIn(siblings[here - 1]);
  const next = siblings.slice(here + 1);
  while (next[0]?.type === 'code' && !isExample(next[0])) next.shift();
  const behind = textIn(next[0]);
  const isOfNext = behind !== undefined && next[1]?.type === 'code' && introduces(behind);
  return {
    before,
    behind: isOfNext ? undefined : behind,
    isBetween: before !== undefined && siblings[here - 2]?.type === 'code' && !introduces(before),
  };
}

/** A text that ends in a colon, or speaks of what follows, speaks of nothing before it. */
function introduces(text: string): boolean {
  return /[:：]\s*$|التالي|الآتي|\b(?:following|next)\b/i.test(text);
}

function textIn(node: RootContent | undefined): string | undefined {
  return node && isText(node) ? textOf(node) : undefined;
}

function isText(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'list' || node.type === 'blockquote';
}

function isExample(node: Nodes): boolean {
  return node.type === 'code' && exampleLanguage(node.lang ?? '', node.value) !== undefined;
}
