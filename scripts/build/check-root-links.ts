import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { decodeUrl } from '../../src/article/decode-url.ts';
import { positionOf } from '../../src/article/node-position.ts';
import type { Problem } from '../../src/article/problem.ts';
import { referringNodes } from '../../src/article/referring-nodes.ts';
import { problemAt } from '../../src/article/report.ts';
import { resolveLink } from '../../src/article/resolve-link.ts';

/**
 * The links and pictures of published articles that lead to the site's root and to nothing there. Only the finished site
 * knows what it has beside its articles: files of `public/`, redirects, what the build makes.
 *
 * @param articles all, drafts among them
 */
export function checkRootLinks(dist: string, articles: readonly Article[]): readonly Problem[] {
  const published = articles.filter(({ header }) => !header.draft);
  return published.flatMap((article) => {
    const { links, media } = referringNodes(article.tree);
    const broken = links.filter(({ url }) => {
      return isAtRoot(url) && resolveLink(article, url, articles).kind === 'elsewhere' && !isThere(dist, url);
    });
    const pictures = media
      .filter((node) => node.type === 'image')
      .filter(({ url }) => isAtRoot(url) && !isThere(dist, url));
    return [
      ...broken.map((node) => problemAt(article.path, 'link-root', positionOf(node).start, node.url)),
      ...pictures.map((node) => {
        return problemAt(article.path, 'picture-missing', positionOf(node).start, node.url, `public${node.url}`);
      }),
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
