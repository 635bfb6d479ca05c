import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '../../article/article.ts';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';
import type { Fingerprint } from '../../cache/fingerprint.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import type { ArticleEntry, SitePage } from '../sections/site-pages.ts';
import { articleLinks } from './article-links.ts';
import { type LibraryArticle, libraryArticle } from './library.ts';

/**
 * Identifies all that an article's page is made of. Astro keeps the pages of a build, and takes for each what
 * it kept under the same name (https://docs.astro.build/en/reference/experimental-flags/incremental-build/).
 *
 * @returns undefined for a page that shows no article: what lists all of them changes with each
 */
export function pageRevision(listing: SitePage): string | undefined {
  if (!listing.article) return undefined;
  return sha256(JSON.stringify([libraryArticle(listing.article.path).revision, listing]));
}

/** What a page shows beside the article's text; JSON but for the records. */
export interface Shown extends Pick<LibraryArticle, 'related' | 'dates' | 'problems'> {
  readonly entry: ArticleEntry;
  /** Those that match, by example index. */
  readonly records: ReadonlyMap<number, ExampleRecord>;
}

/**
 * Identifies all that a page is made of because of its article.
 *
 * @param articles all of the site's, to which links lead
 */
export function articleRevision(
  salt: string,
  article: Article,
  articles: readonly Article[],
  contentFolder: string,
  { records, ...shown }: Shown,
): string {
  // How long an example took is all that a page does not show of its record.
  const timeless = Array.from(records, ([example, { ms: _, ...record }]) => [example, record]);
  return sha256(
    JSON.stringify([salt, sourceDigest(article), timeless, followedLinks(article, articles, contentFolder), shown]),
  );
}

/**
 * What every revision depends on: the code, and a secret of this user. Pages are kept in the project's folder,
 * into which a stranger's change could bring files: without the secret none of them has the name of a page.
 */
export async function revisionSalt(code: Fingerprint): Promise<string> {
  const { bytes } = await ensureCached(join(cacheFolder(), 'secret'), 'pages', 'txt', async () => randomUUID());
  return sha256(JSON.stringify([code.value, new TextDecoder().decode(bytes)]));
}

function sourceDigest(article: Article): string {
  const digest = sourceDigests.get(article) ?? sha256(article.source);
  sourceDigests.set(article, digest);
  return digest;
}

const sourceDigests = new WeakMap<Article, string>();

/** Where the references of an article's text lead on the site; JSON. */
function followedLinks(article: Article, articles: readonly Article[], contentFolder: string): unknown {
  const { page } = articleLinks(article, articles, contentFolder);
  const { links, html } = article.references;
  const followed = links.map(({ url }) => page(url) ?? null);
  // What raw HTML links to is known once it is read as a page; the anchors of all articles can matter to it.
  const hrefs = html.flatMap(({ value }) =>
    Array.from(value.matchAll(/href\s*=\s*["']?([^"'\s>]*)/gi), ([, href = '']) => href),
  );
  return hrefs.length > 0 ? [followed, hrefs.map((href) => page(href) ?? null), linkTargets(articles)] : followed;
}

/** Of all articles, what links of others to them depend on: their addresses and their anchors, raw HTML included. */
function linkTargets(articles: readonly Article[]): string {
  const known = targetsOf.get(articles);
  if (known !== undefined) return known;
  const targets = articles.map(({ path, address, sections, references }) => {
    const html = references.html.map(({ value }) => value);
    return [path, address, sections.map(({ id }) => id), html];
  });
  const digest = sha256(JSON.stringify(targets));
  targetsOf.set(articles, digest);
  return digest;
}

const targetsOf = new WeakMap<readonly Article[], string>();
