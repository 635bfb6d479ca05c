import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { positionOf } from './node-position.ts';
import type { Report } from './report.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/** Reports what only another generator fills in, and readers would see as it stands in the text. */
export function reportTemplateTags(tree: Root, lines: SourceLines, report: Report): void {
  visit(tree, 'text', (node) => {
    if (!/[{<]/.test(node.value)) return;
    const { start, end } = positionOf(node);
    // Escapes make the node's value shorter than what was written.
    for (const tag of lines.source.slice(start.offset, end.offset).matchAll(tags)) {
      report('template-tag', positionAt(lines, start.offset + tag.index), tag[0].replace(/\s+/g, ' '));
    }
  });
}

const tags = new RegExp(
  [
    // Hugo's shortcodes; blocks of Liquid and Jinja
    String.raw`\{\{[<%][^{}]*[%>]\}\}`,
    String.raw`\{%[^{}]*%\}`,
    // Values in Liquid, Jinja and Vue
    String.raw`\{\{-?\s*[\w$][\w$.]*(?:\s*\|[^{}]*|\s*-?)\}\}`,
    // Attributes in kramdown and Python-Markdown
    String.raw`\{:\s*[.#\w][^{}]*\}`,
    // Files to be included, by MkDocs and by VitePress
    '^-{1,2}8<-{1,2} .+$',
    String.raw`^<<< @?\/?\S+$`,
  ].join('|'),
  'gm',
);
