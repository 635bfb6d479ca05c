import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { decodeUrl } from '../../src/article/decode-url.ts';
import type { Problem } from '../../src/article/problem.ts';
import { problemAt } from '../../src/article/report.ts';
import { resolveLink } from '../../src/article/resolve-link.ts';

/**
 * The links and pictures of published articles that lead to the site's root and to nothing there. Only the
 * finished site knows what it has beside its articles: files of `public/`, redirects, what the build makes.
 *
 * @param articles all, drafts among them
 */
export function checkRootLinks(dist: string, articles: readonly Article[]): readonly Problem[] {
  const published = articles.filter(({ header }) => !header.draft);
  return published.flatMap((article) => {
    const { links, images } = article.references;
    const broken = links.filter(({ url }) => {
      return isAtRoot(url) && resolveLink(article, url, articles).kind === 'elsewhere' && !isThere(dist, url);
    });
    const pictures = images.filter(({ url }) => isAtRoot(url) && !isThere(dist, url));
    return [
      ...broken.map(({ url, start }) => problemAt(article.path, 'link-root', start, url)),
      ...pictures.map(({ url, start }) => problemAt(article.path, 'picture-missing', start, url, `public${url}`)),
    ];
  });
}

function isAtRoot(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}

/** As servers of files look: `/about` may be `about`, `about.html` or `about/index.html`. */
function isThere(dist: string, url: string): boolean {
  const file = join(dist, decodeUrl(url.replace(/[?#].*$/s, '')));
  const candidates = url.endsWith('/') ? [] : [file, `${file}.html`];
  return [...candidates, join(file, 'index.html')].some((path) => existsSync(path));
}
