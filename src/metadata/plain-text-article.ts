import type { Paragraph, Root } from 'mdast';
import type { Article } from '../article/article.ts';

/**
 * The article with `source` read as plain text, in which no character is Markdown: each paragraph as one of the
 * tree, and a short first line that ends no sentence as the title.
 */
export function plainTextArticle(article: Article, source: string): Article {
  const [first, ...more] = paragraphsOf(source);
  const title = first !== undefined && more.length > 0 && isTitle(first) ? first : undefined;
  const texts = title === undefined ? [first ?? '', ...more] : more;
  const tree: Root = { type: 'root', children: texts.filter(Boolean).map(paragraph) };
  const header = title === undefined ? article.header : { ...article.header, title };
  return { ...article, source, title: title ?? article.title, header, tree, sections: [], examples: [], files: [] };
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** An empty line parts paragraphs; so does a line end after a line that had room for more. */
function paragraphsOf(source: string): readonly string[] {
  const lines = source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim());
  const full = Math.min(longLine, Math.max(...lines.map(({ length }) => length)) * 0.7);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line !== '') paragraphs.at(-1)?.push(line);
    if (line === '' || line.length < full || line.length > longLine) paragraphs.push([]);
  }
  return paragraphs.map((each) => each.join(' ')).filter((text) => text !== '');
}

// Nobody wraps lines later than this: a longer one is a paragraph.
const longLine = 160;

function isTitle(text: string): boolean {
  return text.split(/\s+/).length <= 14 && !/[.!؟?:،؛…]$/u.test(text);
}
