import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Rule, RuleValues } from '../article/problem-texts.ts';
import { inDraft, problemAt } from '../article/report.ts';
import { authorsDescription } from './authors-description.ts';
import { authorsKeywords } from './authors-keywords.ts';
import { isDerived } from './derived-mark.ts';
import { descriptionLimit } from './description.ts';
import { fieldPosition } from './header-places.ts';
import type { Metadata } from './metadata.ts';
import { proseOf } from './prose.ts';
import { lengthOf } from './shorten.ts';
import { siteMetadata } from './site-metadata.ts';

/** An article, or another page of its site, and what is derived of its text. */
export interface DescribedPage {
  /** What problems name it by. */
  readonly path: string;
  readonly metadata: Pick<Metadata, 'choices' | 'keywordChoices'>;
}

/**
 * What is wrong with the descriptions and keywords in the headers of articles, in their order; `others` are
 * on their site.
 */
export function headerProblems(
  pages: readonly (DescribedPage & { readonly article: Article })[],
  others: readonly DescribedPage[] = [],
): readonly Problem[] {
  const site = [...pages, ...others];
  const chosen = siteMetadata(site.map(({ metadata }) => metadata));
  const keys = site.map(({ metadata }, index) => `${metadata.keywordChoices.language} ${chosen[index]?.description}`);
  const described = new Map(others.map(({ path }, index) => [keys[pages.length + index], path]));
  return pages.flatMap(({ path, article }, index) => {
    const { description, keywords } = chosen[index] ?? { description: '', keywords: [] };
    const other = described.get(keys[index]);
    if (other === undefined) described.set(keys[index], path);
    const problems = [
      ...descriptionProblems(article, description),
      ...(other === undefined ? [] : [problemIn(article, 'description', 'description-same', other)]),
      ...keywordProblems(article, keywords),
    ];
    return inDraft(problems, article.header).map((problem) => ({ ...problem, path }));
  });
}

function descriptionProblems(article: Article, wanted: string): readonly Problem[] {
  const cut = wasCut(article, wanted) ? [problemIn(article, 'description', 'description-cut', descriptionLimit)] : [];
  return [...fieldProblems(article, wanted), ...cut];
}

/** Whether the derived description ends in an ellipsis that the text does not have. */
function wasCut(article: Article, wanted: string): boolean {
  return wanted.endsWith('…') && !authorsDescription(article) && !proseOf(article.tree).text.includes(wanted);
}

function fieldProblems(article: Article, wanted: string): readonly Problem[] {
  const { description } = article.header;
  if (!description) {
    const missing = article.header.keywords ? 'description' : 'description and no keywords';
    return [problemIn(article, 'description', 'metadata-missing', missing)];
  }
  if (isDerived(article.header, 'description')) {
    if (description === wanted) return [];
    return [problemIn(article, 'description', 'metadata-stale', 'description', wanted)];
  }
  const own = authorsDescription(article);
  if (!own) return [problemIn(article, 'description', 'description-raw', wanted)];
  const length = lengthOf(own.text);
  if (length <= descriptionLimit) return [];
  return [problemIn(article, 'description', 'description-long', length, descriptionLimit)];
}

function keywordProblems(article: Article, chosen: readonly string[]): readonly Problem[] {
  const wanted = chosen.join(', ');
  const { keywords, description } = article.header;
  if (authorsKeywords(article).length > 0 || wanted === '') return [];
  if (!keywords) return description ? [problemIn(article, 'keywords', 'metadata-missing', 'keywords')] : [];
  if (keywords.join(', ') === wanted) return [];
  return [problemIn(article, 'keywords', 'metadata-stale', 'keywords', wanted)];
}

function problemIn<R extends Rule>(
  { path, source }: Article,
  field: string,
  rule: R,
  ...values: RuleValues<R>
): Problem {
  return problemAt(path, rule, fieldPosition(source, field), ...values);
}
