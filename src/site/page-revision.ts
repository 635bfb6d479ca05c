import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { referringNodes } from '../article/referring-nodes.ts';
import { cacheFolder, ensureCached, sha256 } from '../cache/cache.ts';
import { articleLinks } from './article-links.ts';
import { libraryArticle } from './library.ts';
import type { SitePage } from './site-pages.ts';

/**
 * Identifies all that an article's page is made of. Astro keeps the pages of a build, and takes for each what it kept under
 * the same name (https://docs.astro.build/en/reference/experimental-flags/incremental-build/).
 *
 * @returns undefined for a page that shows no article: what lists all of them changes with each
 */
export function pageRevision(listing: SitePage): string | undefined {
  if (!listing.article) return undefined;
  return sha256(JSON.stringify([libraryArticle(listing.article.path).revision, listing]));
}

/**
 * A secret of this user. Pages are kept in the project's folder, into which a stranger's change could bring files: without
 * the secret none of them has the name of a page.
 */
export async function userSecret(): Promise<string> {
  const { bytes } = await ensureCached(join(cacheFolder(), 'secret'), 'pages', 'txt', async () => randomUUID());
  return new TextDecoder().decode(bytes);
}

/** Where the references of an article's text lead on the site; JSON. */
export function followedLinks(article: Article, articles: readonly Article[]): unknown {
  const { page } = articleLinks(article, articles);
  const { links, html } = referringNodes(article.tree);
  const followed = links.map(({ url }) => page(url) ?? null);
  // What raw HTML links to is known once it is read as a page; the anchors of all articles can matter to it.
  return html.some(({ value }) => /href/i.test(value)) ? [followed, linkTargets(articles)] : followed;
}

/** Of all articles, what links of others to them depend on: their addresses and their anchors, raw HTML included. */
function linkTargets(articles: readonly Article[]): string {
  const known = targetsOf.get(articles);
  if (known !== undefined) return known;
  const targets = articles.map(({ path, address, sections, tree }) => {
    const html = referringNodes(tree).html.map(({ value }) => value);
    return [path, address, sections.map(({ id }) => id), html];
  });
  const digest = sha256(JSON.stringify(targets));
  targetsOf.set(articles, digest);
  return digest;
}

const targetsOf = new WeakMap<readonly Article[], string>();
