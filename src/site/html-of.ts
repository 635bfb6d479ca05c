import type { Element, ElementContent, RootContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { perWord } from '../metadata/languages/per-word.ts';

/**
 * Text and elements as HTML: what rehype-stringify makes of them, in a fifth of its time. Only tags that were
 * not met before are left to it.
 */
export function htmlOf(nodes: readonly (ElementContent | RootContent)[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escaped(node.value);
    else if (node.type === 'element') {
      const { tagName, properties, children } = node;
      const [open, close] = tagsOf(JSON.stringify([tagName, properties]));
      html += open + (tagName === 'script' ? textOf(node) : htmlOf(children)) + close;
    }
  }
  return html;
}

function escaped(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
}

/** The end tag is empty where HTML has none. */
type Tags = readonly [open: string, close: string];

/** Most elements of an article are paragraphs, items, and words of code of a few kinds. */
const tagsOf = perWord((element): Tags => {
  const [tagName, properties] = JSON.parse(element) as [string, Element['properties']];
  const html = stringifier.stringify({
    type: 'root',
    children: [{ type: 'element', tagName, properties, children: [] }],
  });
  const close = `</${tagName}>`;
  return html.endsWith(close) ? [html.slice(0, -close.length), close] : [html, ''];
}, 300);

const stringifier = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true }, collapseEmptyAttributes: true })
  .freeze();
