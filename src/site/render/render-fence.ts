import type { Element } from 'hast';
import type { Code } from 'mdast';
import type { Article, Example } from '../../article/article.ts';
import { codeBlock, copyButton, textBlock } from '../code/code-block.ts';
import { isKnownLanguage } from '../code/highlight.ts';
import { isMarkdown } from '../code/markdown-prose.ts';
import { hasRightToLeft } from '../direction/code-text.ts';
import { element } from '../hast.ts';
import { fill } from '../locales/plural.ts';
import { exampleFigure, type FigureContext } from './example-figure.ts';
import { formula } from './formula.ts';
import { problemNote } from './problem-notes.ts';

/** What the fenced blocks of an article are on its page, by the line they begin at: an example, or part of one. */
export type FenceKinds = ReadonlyMap<number, Example | 'part'>;

export function fenceKinds({ examples }: Pick<Article, 'examples'>): FenceKinds {
  const kinds = new Map<number, Example | 'part'>();
  for (const example of examples) {
    kinds.set(example.position.line, example);
    if (example.expectedOutput?.kind === 'block') kinds.set(example.expectedOutput.position.line, 'part');
    for (const { position } of example.setup) kinds.set(position.line, 'part');
  }
  return kinds;
}

/** What stands on the page for a fenced or indented block; nothing for what is shown with its example, or hidden. */
export function renderFence(fence: Code, kinds: FenceKinds, context: FigureContext): readonly Element[] {
  if (fence.data?.problems) return [problemNote(fence.data.problems)];
  const kind = kinds.get(fence.position?.start.line ?? 0);
  if (kind === 'part') return [];
  if (kind) return [exampleFigure(kind, context)];
  const language = fence.lang?.toLowerCase();
  const drawn = language === 'math' ? formula(fence.value) : undefined;
  if (drawn) return [drawn];
  const label = context.labels.example.code;
  // A word that no highlighter knows is some tool's own name of a box of text.
  const isText = language === undefined || textLanguages.includes(language) || !isKnownLanguage(language);
  const mixed = hasRightToLeft(fence.value);
  const lines = context.highlight(fence.value, isText && mixed ? undefined : language);
  // Of a wide right-to-left line of code the beginning would be hidden.
  const wraps = isText || (mixed && isMarkdown(language));
  const aligned = columns.test(fence.value);
  const block = wraps ? textBlock(lines, { label, aligned }) : codeBlock(lines, { label: `${label}: ${fence.lang}` });
  return [
    element('figure', { className: ['plain-block'] }, [fileCaption(fence, context), block, copyButton(context.labels)]),
  ];
}

/** A block that is laid as a file says which one. */
function fileCaption({ position }: Code, { article, labels }: FigureContext): Element | undefined {
  const file = article.files.find((other) => other.position.line === position?.start.line);
  if (!file) return undefined;
  return element('figcaption', { className: ['example-caption'] }, [fill(labels.example.file, { name: file.name })]);
}

/** Box drawings, and text after a gap: a diagram or a table. */
const columns = /[\u2500-\u259f]|\S {2,}\S/u;

const textLanguages = ['text', 'txt', 'plain', 'plaintext', 'output', 'console', 'none'];
