import { nameToEmoji } from 'gemoji';
import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface HeadingData {
    /** The anchor that its author gave it. */
    id?: string;
  }
}

/**
 * Takes the marks of other documentation tools out of an article's tree, in place: anchors after headings (`{#id}`), the
 * place of a table of contents (`[[toc]]`), and imports of components, which only those tools can follow.
 */
export function removeForeignMarks(tree: Root): void {
  tree.children = tree.children.filter((node) => !isPlaceOfContents(node) && !isImport(node));
  for (const node of tree.children) if (node.type === 'heading') takeId(node);
}

/** Emoji by their names on GitHub: `:rocket:`. Anchors are made before, since GitHub makes them of the names. */
export function replaceEmojiNames(tree: Root): void {
  visit(tree, 'text', (node) => {
    node.value = withEmoji(node.value);
  });
}

export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(/(?<![\p{L}\p{N}:]):([a-z\d_+-]+):(?![\p{L}\p{N}:])/gu, (name, word: string) => {
    return Object.hasOwn(nameToEmoji, word) ? (nameToEmoji[word] ?? name) : name;
  });
}

function isPlaceOfContents(node: RootContent): boolean {
  return node.type === 'paragraph' && /^(?:\[\[_?toc_?\]\]|\[toc\]|\{:toc\})$/i.test(textOf(node).trim());
}

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
