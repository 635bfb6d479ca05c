import type { Article, Example } from '../article/article.ts';
import { lineEnd, sourceLines } from '../article/source-lines.ts';
import type { ShownOutput } from './shown-output.ts';

/** The article's text with these words at the end of their examples' opening fences; no other byte is different. */
export function withFenceWords(
  { source, examples }: Pick<Article, 'source' | 'examples'>,
  words: ReadonlyMap<number, string>,
): string {
  const lines = sourceLines(source);
  let text = source;
  for (const { index, position } of examples.toReversed()) {
    const word = words.get(index);
    if (word === undefined) continue;
    const line = text.slice(position.offset, lineEnd(lines, position.line));
    const end = position.offset + line.trimEnd().length;
    text = `${text.slice(0, end)} ${word}${text.slice(end)}`;
  }
  return text;
}

/** The article's text with the block of plain text after an example called its output. */
export function asOutput({ source }: Pick<Article, 'source'>, { position, tag }: ShownOutput): string {
  const fence = /^(?:`+|~+)[ \t]*/.exec(source.slice(position.offset))?.[0] ?? '';
  const at = position.offset + fence.length;
  return `${source.slice(0, at)}output${source.slice(at + tag.length)}`;
}

/** Whether an article says of its examples' code the same as before: nothing was changed that was not meant to be. */
export function sameExamples(next: Article, before: Article): boolean {
  const codes = ({ examples }: Article): string =>
    JSON.stringify(examples.map(({ tag, code }: Example) => [tag, code]));
  return codes(next) === codes(before) && next.problems.length <= before.problems.length;
}
