import type { Nodes, Root } from 'mdast';
import { positionOf } from '../article/node-position.ts';

/** A paragraph, heading or cell as its reader meets it, character for character where it stands in the source. */
export interface ProseBlock {
  /** Offset in the source. */
  readonly start: number;
  /** As long as the source: Markdown's own signs are `markup`, inline code and pictures are `thing`. */
  readonly text: string;
  /**
   * Whether what stands at this place of `text` may be changed without anything else: no heading, whose anchor it is
   * made of, and no label that a definition repeats.
   */
  readonly isFree: (index: number) => boolean;
}

/** Stands for what readers do not see. */
const markup = '\uE000';

/** Stands for what is no prose, and yet a word of the sentence. */
const thing = '\uE001';

/** What is written for people, without code, addresses and raw HTML. */
export function proseBlocks(tree: Root, source: string): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const { start, end } = positionOf(node);
      const characters: string[] = Array.from({ length: end.offset - start.offset }, () => markup);
      const labels: (readonly [start: number, end: number])[] = [];
      show(node, { characters, from: start.offset, source, labels });
      blocks.push({
        start: start.offset,
        text: characters.join('').replace(templates, (template) => thing.repeat(template.length)),
        isFree: (index) => node.type !== 'heading' && !labels.some(([first, end]) => index >= first && index < end),
      });
    } else if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(tree);
  return blocks;
}

/** Whether a text is Arabic: an Arabic word in an English sentence is followed by the sentence's own signs. */
export function isMostlyArabic(text: string): boolean {
  const arabic = text.match(/[\p{L}&&\p{Script=Arabic}]/gv)?.length ?? 0;
  return arabic > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

/** What other tools put values and formulas into: `{{ name }}`, `{% if %}`, `${name}`, `$x,y$`, `$$x,y$$`. */
const templates =
  /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}|\$\$[^$]*\$\$|(?<!\$)\$(?![\s$])[^$\n]*?(?<![\s$])\$(?![$\d])/g;

interface Showing {
  /** Written to. */
  readonly characters: string[];
  /** Offset of the first of them. */
  readonly from: number;
  readonly source: string;
  /** Written to: begin and end of each, among the characters. */
  readonly labels: (readonly [start: number, end: number])[];
}

function show(node: Nodes, showing: Showing): void {
  const { characters, from, source, labels } = showing;
  const { start, end } = positionOf(node);
  if (node.type === 'linkReference' && node.referenceType !== 'full') {
    labels.push([start.offset - from, end.offset - from]);
  }
  const isThing = node.type === 'inlineCode' || node.type.startsWith('image') || isBareAddress(node);
  if (node.type === 'text' || isThing) {
    for (let at = start.offset; at < end.offset; at++) characters[at - from] = isThing ? thing : (source[at] ?? '');
  } else if ('children' in node) showAll(node.children, showing);
}

function showAll(nodes: readonly Nodes[], showing: Showing): void {
  let end: string | undefined;
  for (const node of nodes) {
    if (end === undefined) show(node, showing);
    else blank(node, showing);
    if (node.type !== 'html') continue;
    const [, opened] = codeElement.exec(node.value) ?? [];
    if (opened !== undefined) end = `</${opened.toLowerCase()}`;
    else if (end !== undefined && node.value.toLowerCase().startsWith(end)) end = undefined;
  }
}

/** What HTML within a paragraph says is code, or what a machine reads or prints. */
const codeElement = /^<(code|kbd|samp|var|tt)\b[^>]*>$/i;

function blank(node: Nodes, { characters, from }: Showing): void {
  const { start, end } = positionOf(node);
  characters.fill(thing, start.offset - from, end.offset - from);
}

/** A link that is written as its address is no prose. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [text, ...more] = node.children;
  return more.length === 0 && text?.type === 'text' && node.url.endsWith(text.value);
}
