import { nameToEmoji } from 'gemoji';
import type { Heading, Parent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import type { Section } from './article.ts';
import { eachNode } from './each-node.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The anchor that its author gave it. */
    id?: string;
  }
}

/**
 * Takes the marks of other documentation tools out of an article's tree, in place: anchors after headings (`{#id}`),
 * attributes of kramdown (`{: .class}`), the place of a table of contents (`[[toc]]`), imports of components,
 * which only those tools can follow, and comments of JSX.
 */
export function removeForeignMarks(tree: Root, source: string): void {
  tree.children = tree.children.filter((node) => !isPlaceOfContents(node) && !isImport(node) && !isComment(node));
  if (source.includes('{:')) removeAttributes(tree);
  for (const node of tree.children) if (node.type === 'heading') takeId(node);
}

/**
 * Emoji by their names on GitHub: `:rocket:`. The sections keep their anchors, since GitHub makes them of the
 * names.
 */
export function replaceEmojiNames(tree: Root, sections: readonly Section[]): void {
  const ids = new Map(sections.map(({ position, id }) => [position.offset, id]));
  for (const node of tree.children) {
    const id = ids.get(node.position?.start.offset ?? -1);
    if (node.type === 'heading' && id !== undefined && /:[a-z\d_+-]+:/.test(textOf(node)))
      node.data = { ...node.data, id };
  }
  eachNode(tree, (node) => {
    if (node.type === 'text') node.value = withEmoji(node.value);
  });
}

export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(/(?<![\p{L}\p{N}:]):([a-z\d_+-]+):(?![\p{L}\p{N}:])/gu, (name, word: string) => {
    return Object.hasOwn(nameToEmoji, word) ? (nameToEmoji[word] ?? name) : name;
  });
}

function isPlaceOfContents(node: RootContent): boolean {
  if (node.type === 'list') return node.children.length === 1 && /\n\{:toc\}$/i.test(textOf(node).trim());
  return node.type === 'paragraph' && /^(?:\[\[_?toc_?\]\]|\[toc\]|\{:toc\})$/i.test(textOf(node).trim());
}

/** `{/* … *\/}`, whose stars are gone: Markdown takes them for emphasis. */
function isComment(node: RootContent): boolean {
  return node.type === 'paragraph' && /^\{\/[^{}]*\/\}$/.test(textOf(node).trim());
}

/** An anchor among them stays, behind its heading where Python-Markdown and kramdown write it too. */
function removeAttributes(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('{:')) return CONTINUE;
    const { children } = parent as Parent;
    node.value = node.value.replace(attributes, (mark) => {
      const [, id] = /#([^\s{}]+)/.exec(mark) ?? [];
      return id !== undefined && parent?.type === 'heading' ? ` {#${id}}` : '';
    });
    if (node.value !== '' || index === undefined) return CONTINUE;
    children.splice(index, 1);
    return [SKIP, index];
  });
  tree.children = tree.children.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

// Not `{:>10}`, `{:.2f}` and what else a format of Python says.
const attribute = '(?:[#.][\\p{L}_-][^\\s{}]*|[\\w-]+=(?:"[^"{}]*"|\'[^\'{}]*\'|[^\\s{}"\']+)|\\p{L}[\\w-]{2,}:?)';
const attributes = new RegExp(`(?<![ \\t])[ \\t]*\\n?\\{::?/?\\s*${attribute}(?:\\s+${attribute})*\\s*\\}`, 'gu');

function isImport(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  return textOf(node)
    .trim()
    .split('\n')
    .every((line) => /^import\s(?:.+\sfrom\s)?(?:'[^']+'|"[^"]+");?$/.test(line.trim()));
}

/** `{#id}` (Pandoc, VitePress, Docusaurus), `[#id]`, and as a comment of JSX, which Markdown takes for emphasis. */
const idMark = /(?<!\s)\s*(?:\{#([^\s{}]+)(?:\s[^{}]*)?\}|\[#([^\s[\]]+)\]|\{\/\*?\s*([\w-]+)\s*\*?\/\})\s*$/;

function takeId(heading: Heading): void {
  const match = idMark.exec(textOf(heading));
  const id = match?.slice(1).find((group) => group !== undefined);
  if (!match || id === undefined) return;
  let rest = match[0].length;
  while (rest > 0) {
    const last = heading.children.at(-1);
    if (!last || last.type === 'inlineCode') return;
    const length = textOf(last).length;
    if (last.type === 'text' && length > rest) {
      last.value = last.value.slice(0, -rest);
      break;
    }
    heading.children.pop();
    rest -= length;
  }
  heading.data = { ...heading.data, id };
}
