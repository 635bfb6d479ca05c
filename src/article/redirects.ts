import type { Article, Redirect } from './article.ts';
import { decodeUrl } from './decode-url.ts';
import type { Problem } from './problem.ts';
import { problemAt, type Report } from './report.ts';
import { siteMap } from './site-map.ts';

/**
 * An address an article had before, as its author wrote it, in the one form: from the site's root, decoded, and with a
 * slash at its end unless it names an HTML file. Undefined if it is none.
 */
function redirectAddress(written: string): string | undefined {
  const path = decodeUrl(written).normalize('NFC');
  const parts = path.split('/').filter((part) => part !== '');
  if (!path.startsWith('/') || parts.length === 0) return undefined;
  if (parts.some((part) => part.startsWith('.') || /[?#\\\p{Cc}]/u.test(part))) return undefined;
  return `/${parts.join('/')}${/\.html?$/i.test(path) ? '' : '/'}`;
}

/** The redirect, or nothing and a problem at its place. */
export function readRedirect(
  written: string,
  { line, column }: Redirect['position'],
  report: Report,
): readonly Redirect[] {
  const address = redirectAddress(written);
  if (address !== undefined) return [{ address, position: { line, column } }];
  report('redirect-value', { line, column }, written);
  return [];
}

/**
 * What is wrong with an article's redirects: old addresses that pages have, its own among them, or other
 * redirects.
 */
export function checkRedirects(article: Article, articles: readonly Article[]): readonly Problem[] {
  return (article.header.redirects ?? []).flatMap((redirect) => checkRedirect(redirect, article, articles));
}

function checkRedirect(redirect: Redirect, { path }: Article, articles: readonly Article[]): readonly Problem[] {
  const { address, position } = redirect;
  const { byAddress, folderAddresses } = siteMap(articles);
  const page = byAddress.get(address);
  if (page) return [problemAt(path, 'redirect-taken', position, address, page.path)];
  if (folderAddresses.has(address)) return [problemAt(path, 'redirect-section', position, address)];
  const first = firstRedirects(articles).get(address);
  if (first === undefined || first.position === position) return [];
  return [problemAt(path, 'redirect-twice', position, address, first.article.path)];
}

/** A redirect that is written into the site, and where to. */
export interface SiteRedirect extends Redirect {
  readonly article: Article;
}

/** The redirects of these articles that lead from an address nothing else has. */
export function siteRedirects(articles: readonly Article[]): readonly SiteRedirect[] {
  return articles.flatMap((article) =>
    (article.header.redirects ?? [])
      .filter((redirect) => checkRedirect(redirect, article, articles).length === 0)
      .map((redirect) => ({ ...redirect, article })),
  );
}

/** Of two redirects from one address the first has it. */
function firstRedirects(articles: readonly Article[]): ReadonlyMap<string, SiteRedirect> {
  const known = redirectMaps.get(articles);
  if (known) return known;
  const found = new Map<string, SiteRedirect>();
  for (const article of articles) {
    for (const redirect of article.header.redirects ?? []) {
      if (!found.has(redirect.address)) found.set(redirect.address, { ...redirect, article });
    }
  }
  redirectMaps.set(articles, found);
  return found;
}

const redirectMaps = new WeakMap<readonly Article[], ReadonlyMap<string, SiteRedirect>>();
