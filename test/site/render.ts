import { parseArticle } from '../../src/article/parse-article.ts';
import type { Problem } from '../../src/article/problem.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { articleLinks } from '../../src/site/library/article-links.ts';
import { matchingRecords } from '../../src/site/library/matching-records.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { type RenderedArticle, renderArticle } from '../../src/site/render/render-article.ts';

const site = { languages: ['ar', 'en', 'tr'], defaultLanguage: 'ar' };

/** Renders an article given as lines, beside others given as `path: source`. */
export async function render(
  source: string,
  {
    path = 'en/python/article.md',
    others = {},
    records = [],
    drafting = false,
    problems = [],
    contentFolder = import.meta.dirname,
  }: {
    readonly path?: string;
    readonly others?: Readonly<Record<string, string>>;
    readonly records?: readonly ExampleRecord[];
    readonly drafting?: boolean;
    readonly problems?: readonly Problem[];
    readonly contentFolder?: string;
  } = {},
): Promise<RenderedArticle> {
  const article = parseArticle(path, source, site);
  const articles = [article, ...Object.entries(others).map(([other, text]) => parseArticle(other, text, site))];
  return renderArticle(article, {
    labels: labelsOf(article.address.language),
    records: await matchingRecords(article, records),
    links: articleLinks(article, articles, contentFolder),
    drafting,
    problems,
  });
}

export async function bodyOf(...args: Parameters<typeof render>): Promise<string> {
  return (await render(...args)).bodyHtml;
}
