import { addressPath } from './address.ts';
import type { Article } from './article.ts';
import type { Problem } from './problem.ts';
import { checkRedirects } from './redirects.ts';
import { inDraft, problemAt, sortProblems } from './report.ts';
import { nearestArticle, resolveLink } from './resolve-link.ts';
import { siteMap } from './site-map.ts';

/**
 * What is wrong between articles: two with one address, redirects from where a page is, and links that lead nowhere.
 *
 * @param isThere whether there is a file or folder; its path is from the content folder and may lead out of it
 */
export function checkArticles(
  articles: readonly Article[],
  isThere: (path: string) => boolean = () => false,
): readonly Problem[] {
  const { byAddress } = siteMap(articles);
  return sortProblems(
    articles.flatMap((article) => {
      const problems = [
        ...checkAddress(article, byAddress),
        ...checkRedirects(article, articles),
        ...checkLinks(article, articles, isThere),
      ];
      return inDraft(problems, article.header);
    }),
  );
}

function checkAddress(article: Article, byAddress: ReadonlyMap<string, Article>): Problem[] {
  const address = addressPath(article.address);
  const first = byAddress.get(address);
  const start = { line: 1, column: 1 };
  return first && first !== article ? [problemAt(article.path, 'address-taken', start, address, first.path)] : [];
}

function checkLinks(
  article: Article,
  articles: readonly Article[],
  isThere: (path: string) => boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { url, start: at } of article.references.links) {
    const target = resolveLink(article, url, articles);
    if (isOnOneComputer(url)) {
      problems.push(problemAt(article.path, 'link-file', at, url));
    } else if (target.kind === 'file') {
      if (!isThere(target.file)) problems.push(problemAt(article.path, 'link-missing', at, url, target.file));
    } else if (target.kind === 'no-article') {
      if (target.file !== undefined && isThere(target.file)) continue;
      const nearest = nearestArticle(article, url, articles);
      const isFile = target.file !== undefined && nearest === undefined;
      if (isFile) problems.push(problemAt(article.path, 'link-missing', at, url, target.file));
      else problems.push(problemAt(article.path, 'link-article', at, url, nearest));
    } else if (target.kind === 'no-fragment') {
      const values = [url, target.article.path, target.nearest] as const;
      problems.push(problemAt(article.path, 'link-fragment', at, ...values));
    } else if (target.kind === 'article' && target.article.header.draft && !article.header.draft) {
      problems.push(problemAt(article.path, 'link-draft', at, url, target.article.path));
    }
  }
  return problems;
}

/** `file:///home/me/x.md`, `C:\\x.md`. */
function isOnOneComputer(url: string): boolean {
  return /^(?:file:|[a-z]:[\\/])/i.test(url);
}
