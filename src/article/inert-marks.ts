import type { Root } from 'mdast';
import { eachNode } from './each-node.ts';
import { exampleLanguage } from './languages.ts';
import { positionOf } from './node-position.ts';
import type { Report } from './report.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/**
 * Reports what readers would see as it stands in the text: what only another generator fills in, links and
 * pictures that are none, since their addresses have blanks (`[a](my file.md)`), headings that are none for
 * want of one (`##Title`), and code between signs that are no fence.
 */
export function reportInertMarks(tree: Root, lines: SourceLines, report: Report): void {
  reportHeadings(tree, lines, report);
  reportFences(tree, lines, report);
  eachNode(tree, (node) => {
    if (node.type !== 'text' || !/[{<]|\]\(/.test(node.value)) return;
    const { start, end } = positionOf(node);
    // Escapes make the node's value shorter than what was written.
    const written = lines.source.slice(start.offset, end.offset);
    for (const tag of written.matchAll(tags)) {
      report('template-tag', positionAt(lines, start.offset + tag.index), tag[0].replace(/\s+/g, ' '));
    }
    for (const { 0: link, 1: address = '', index } of written.matchAll(blankAddress)) {
      const at = start.offset + index + link.indexOf(address);
      report('address-blank', positionAt(lines, at), address, address.replace(/ /g, '%20'));
    }
  });
}

/** One sign may begin a tag (`#python`), but not the article. */
function reportHeadings(tree: Root, lines: SourceLines, report: Report): void {
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'paragraph') continue;
    const { start, end } = positionOf(node);
    const written = lines.source.slice(start.offset, end.offset);
    for (const { 0: heading, 1: signs = '', 2: text = '', index: at } of written.matchAll(headings)) {
      if (signs.length === 1 && (index > 0 || at > 0)) continue;
      const place = start.offset + at + heading.indexOf(signs);
      report('heading-space', positionAt(lines, place), signs + text, `${signs} ${text}`);
    }
  }
}

/** Code between two backticks, or quotation marks, where three backticks were meant. */
function reportFences(tree: Root, lines: SourceLines, report: Report): void {
  eachNode(tree, (node) => {
    if (node.type !== 'paragraph') return;
    const { start, end } = positionOf(node);
    const written = lines.source.slice(start.offset, end.offset);
    for (const { 0: line, 1: signs = '', 2: tag = '', index } of written.matchAll(almostFence)) {
      if (!exampleLanguage(tag, '')) continue;
      report('fence-signs', positionAt(lines, start.offset + index + line.indexOf(signs)), signs, tag);
    }
  });
}

const almostFence = /^[ \t>]*(``|'{3}|"{3}|’{3}|´{3})[ \t]*([A-Za-z]\w*)[ \t]*(?=\n)/gm;

/** The signs, and the first words. */
const headings = /^[ ]{0,3}(#{1,6})([\p{L}\p{N}`*][^\s]*(?: [^\s]+){0,3})/gmu;

const blankAddress = /\]\(([^()<>{}\s"']+(?: +[^()<>{}\s"']+)+\.[a-z\d]{2,5}(?:#[^()\s]*)?)\)/gi;

const tags = new RegExp(
  [
    // Hugo's shortcodes; blocks of Liquid and Jinja
    String.raw`\{\{[<%][^{}]*[%>]\}\}`,
    String.raw`\{%[^{}]*%\}`,
    // Values in Liquid, Jinja and Vue
    String.raw`\{\{-?\s*[\w$][\w$.]*(?:\s*\|[^{}]*|\s*-?)\}\}`,
    // Tags with values in JSX
    String.raw`<[A-Za-z][\w.]*\s[^<>]*=\{`,
    // Files to be included, by MkDocs and by VitePress
    '^-{1,2}8<-{1,2} .+$',
    String.raw`^<<< @?\/?\S+$`,
  ].join('|'),
  'gm',
);
