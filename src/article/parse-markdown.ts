import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type Container, readContainerLine } from './container-line.ts';
import { containerSyntax } from './container-syntax.ts';
import { crowdedParagraph } from './crowded-paragraph.ts';
import { eachNode } from './each-node.ts';
import type { Point } from './node-position.ts';

declare module 'mdast' {
  interface BlockquoteData {
    /** It is no quotation, but a container as other tools write it. */
    container?: Container;
  }
  interface Toml extends Literal {
    type: 'toml';
  }
  interface RootContentMap {
    toml: Toml;
  }
  interface CodeData {
    /** Where the opening and, if there is one, the closing fence begins; absent in an indented block. */
    fences?: Point[];
  }
}

/**
 * The syntax tree of a Markdown text (GFM, frontmatter, containers), up to a paragraph that cannot be read in
 * reasonable time; every position refers to `text` as it is, BOM and CRLF included. Undefined if it is nested
 * so deeply that whoever walks through it might run out of stack.
 */
export function parseMarkdown(text: string): Root | undefined {
  const source = text.slice(0, crowdedParagraph(text));
  const hasMark = source.startsWith(byteOrderMark);
  const tree = parse(hasMark ? source.slice(byteOrderMark.length) : source);
  if (hasMark && tree) moveBehindByteOrderMark(tree);
  return tree;
}

function parse(source: string): Root | undefined {
  if (deepQuote.test(source)) return undefined;
  try {
    const tree = processor.parse(source);
    return isDeeperThan(mostLevels, tree) ? undefined : tree;
  } catch (error) {
    // The parser itself has run out of stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * A quote in so many quotes that the parser would take seconds for it, and minutes for one
 * that is a few times as deep.
 */
const deepQuote = /^(?:[ \t]{0,3}>){1000}/m;

/** A list in a list is two levels below it. */
const mostLevels = 200;

function isDeeperThan(levels: number, node: Nodes): boolean {
  return 'children' in node && (levels === 0 || node.children.some((child) => isDeeperThan(levels - 1, child)));
}

const byteOrderMark = '\uFEFF';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(seekAddressesInFew)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(readContainers)
  .use(noteFences)
  .freeze();

/**
 * GFM's addresses are sought a second time in every text, which takes a tenth of the
 * parsing; most articles have none.
 */
function seekAddressesInFew(this: Processor): void {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) {
    if (!extension.enter?.literalAutolink) continue;
    extension.transforms = extension.transforms?.map(
      (seek) => (tree) => (mayHaveAddress(tree) ? seek(tree) : undefined),
    );
  }
}

function mayHaveAddress(tree: Root): boolean {
  let found = false;
  eachNode(tree, (node) => {
    found ||= node.type === 'text' && /@|https?:\/\/|www\./i.test(node.value);
    return !found;
  });
  return found;
}

function readContainers(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(containerSyntax);
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: {
      container(token) {
        this.enter({ type: 'blockquote', data: {}, children: [] }, token);
      },
      containerLine(token) {
        const node = this.stack.at(-1);
        const container = readContainerLine(this.sliceSerialize(token));
        if (node?.type === 'blockquote' && container) node.data = { container };
      },
    },
    exit: {
      container(token) {
        this.exit(token);
      },
    },
  });
}

/** mdast does not tell whether a code block is fenced and closed; the tokens it is made from do. */
function noteFences(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: {
      codeFencedFenceSequence({ start }) {
        const code = this.stack.findLast((node) => node.type === 'code');
        if (!code) return;
        code.data ??= {};
        code.data.fences ??= [];
        code.data.fences.push({ line: start.line, column: start.column, offset: start.offset });
      },
    },
  });
}

/** The parser drops a byte order mark without counting it. */
function moveBehindByteOrderMark(tree: Root): void {
  visit(tree, (node) => {
    // The root begins where the file does.
    if (node.position && node.type !== 'root') movePoint(node.position.start);
    if (node.position) movePoint(node.position.end);
    if (node.type === 'code') for (const fence of node.data?.fences ?? []) movePoint(fence);
  });
}

function movePoint(point: Point): void {
  if (point.line === 1) point.column += byteOrderMark.length;
  point.offset = (point.offset ?? 0) + byteOrderMark.length;
}
