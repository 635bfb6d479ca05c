import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article } from '../article/article.ts';
import { readSections } from '../article/sections.ts';

/** The article with what its blocks of raw HTML say as Markdown says it: headings, paragraphs, lists, tables. */
export function withHtmlRead(article: Article): Article {
  if (!article.tree.children.some(({ type }) => type === 'html')) return article;
  const children = article.tree.children.flatMap((node) => (node.type === 'html' ? blocksIn(node) : [node]));
  const tree: Root = { ...article.tree, children };
  return { ...article, tree, sections: readSections(tree) };
}

function blocksIn({ value, position }: Html): readonly RootContent[] {
  // Most are the tags around Markdown, or comments.
  if (!/\p{L}/u.test(value.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, ''))) return [];
  const written = fromHtml(value, { fragment: true });
  visit(written, 'element', (element) => {
    // The label of what can be opened.
    if (element.tagName === 'summary') element.children = [];
  });
  const read = toMdast(written);
  const blocks = read.type === 'root' ? read.children : [];
  for (const block of blocks) {
    visit(block, (node) => {
      if (position) node.position = position;
    });
  }
  return blocks.filter((block) => block.type !== 'html').map(asBlock);
}

/** Text that stands in no element of its own is a paragraph. */
function asBlock(node: RootContent): RootContent {
  const isText =
    node.type === 'text' || node.type === 'strong' || node.type === 'emphasis' || node.type === 'inlineCode';
  return isText ? { type: 'paragraph', children: [node] } : node;
}
