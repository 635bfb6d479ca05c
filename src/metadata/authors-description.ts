import type { Article } from '../article/article.ts';
import { parseMarkdown } from '../article/parse-markdown.ts';
import { isDerived } from './derived-mark.ts';
import { type Prose, proseOf } from './prose.ts';

/**
 * What the author wrote of the article in its header; undefined if nothing, or if a tool derived it from the text, or
 * cut it off the article's own Markdown, as tools do that fill a header in without reading it.
 */
export function authorsDescription(article: Article): Prose | undefined {
  const description = article.header.description?.replace(/\s+/g, ' ').trim();
  if (!description || isDerived(article.header, 'description') || isCutOff(description, article)) return undefined;
  const blocks = parseMarkdown(description)?.children ?? [];
  // A heading, a list or a fence in a header is Markdown that was cut out of somewhere.
  if (blocks.some(({ type }) => type !== 'paragraph') || / #{1,6} |```/.test(description)) return undefined;
  const prose = proseOf(...blocks);
  return /\p{L}/u.test(prose.text) ? prose : undefined;
}

/** Whether it is a piece of the article's text, as Markdown or without its marks, that ends as a cut ends. */
function isCutOff(description: string, article: Article): boolean {
  const kept = lettersOf(description);
  const isMarkedCut = /(?:\.{3}|…)$/.test(description);
  if (!isMarkedCut && /[.!?؟۔。！？।][)»"']*$/.test(description)) return false;
  const begin = article.tree.children[0]?.position?.start.offset ?? 0;
  const texts = [article.source.slice(begin), proseOf(article.tree).text].map(lettersOf);
  if (texts.some((text) => (isMarkedCut ? text.includes(kept) : text.startsWith(kept)))) return true;
  // Cut off one block, whose headings were skipped: the block goes on where the description has no end.
  return article.tree.children
    .map((block) => lettersOf(proseOf(block).text))
    .some((text) => text.length > kept.length && text.startsWith(kept));
}

/** Only letters and digits: what is left of a text whatever was done to its marks and spaces. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
