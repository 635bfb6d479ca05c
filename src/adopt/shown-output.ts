import { toString as textOf } from 'mdast-util-to-string';
import type { Article, Example } from '../article/article.ts';
import { type Fence, readFences } from '../article/fences.ts';
import { isDirectlyBehind } from '../article/outputs.ts';
import { type SourceLines, sourceLines } from '../article/source-lines.ts';
import { outputLabels } from './announcement-words.ts';

/** A block without a language of its own in which the article shows what an example prints. */
export interface ShownOutput extends Pick<Fence, 'tag' | 'code' | 'position'> {
  /** Nothing stands between, so that the word `output` makes it the example's own. */
  readonly isDirect: boolean;
}

/** The block of plain text after an example, directly or below a few words such as "Output:". */
export function shownOutput(article: Pick<Article, 'source' | 'tree'>, example: Example): ShownOutput | undefined {
  const lines = sourceLines(article.source);
  const fences = readFences(article.tree, lines, () => {});
  const at = fences.findIndex(({ position }) => position.offset === example.position.offset);
  const [own, next] = [fences[at], fences[at + 1]];
  if (!own || !next || !isPlain(next)) return undefined;
  const isDirect = isDirectlyBehind(next, own, lines);
  if (!isDirect && !isLabelled(article, own, next, lines)) return undefined;
  return { tag: next.tag, code: next.code, position: next.position, isDirect };
}

/** `output` has a meaning of its own, and one with words is meant for something. */
function isPlain({ tag, words }: Fence): boolean {
  return words.length === 0 && ['', 'text', 'txt', 'plaintext', 'plain', 'console'].includes(tag.toLowerCase());
}

function isLabelled({ tree }: Pick<Article, 'tree'>, own: Fence, next: Fence, { source }: SourceLines): boolean {
  const between = tree.children.filter(({ position }) => {
    const start = position?.start.offset ?? 0;
    return start >= own.span.end.offset && start < next.position.offset;
  });
  const [label, ...more] = between.filter(({ type }) => type !== 'html');
  if (!label || more.length > 0 || (label.type !== 'paragraph' && label.type !== 'heading')) return false;
  const text = textOf(label).trim();
  return text.length <= 80 && outputLabels.test(text) && source.slice(own.span.end.offset, next.position.offset) !== '';
}
