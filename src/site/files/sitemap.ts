import type { Translation } from '../head/head.ts';
import { absoluteUrl, basePath } from '../site-address.ts';

/** A page as the sitemap has it. */
export interface SitemapPage {
  /** Path from the server's root. */
  readonly href: string;
  /** The same page in the site's languages, this one included. */
  readonly translations: readonly Translation[];
  /** When it was last changed, ISO 8601, where that is known. */
  readonly updated?: string | undefined;
}

/** A file of the sitemap, at the site's root. */
export interface SitemapFile {
  /** `sitemap.xml`, the one that search engines are pointed to, or `sitemap-2.xml`. */
  readonly name: string;
  readonly xml: string;
}

/** What a file of a sitemap may have (https://www.sitemaps.org/protocol.html). */
const largest = { pages: 50_000, bytes: 50 * 1024 ** 2 };

/**
 * The sitemap of these pages: one file, or an index of several where one would have more pages or bytes than
 * `most`: in many languages, it is the bytes.
 */
export function sitemapFiles(pages: readonly SitemapPage[], most = largest): readonly SitemapFile[] {
  const [only = [], ...further] = inFiles(pages.map(urlXml), most);
  if (further.length === 0) return [{ name: 'sitemap.xml', xml: sitemapXml(only) }];
  const parts = [only, ...further].map((urls, index) => ({
    name: `sitemap-${index + 1}.xml`,
    xml: sitemapXml(urls),
  }));
  return [{ name: 'sitemap.xml', xml: indexXml(parts) }, ...parts];
}

/** The elements of each file. They are ASCII: a character is a byte. */
function inFiles(urls: readonly string[], most: typeof largest): readonly (readonly string[])[] {
  const files: string[][] = [];
  let bytes = 0;
  for (const url of urls) {
    const file = files.at(-1);
    bytes += url.length + 1;
    if (file && file.length < most.pages && bytes <= most.bytes) file.push(url);
    else {
      files.push([url]);
      bytes = sitemapXml([url]).length;
    }
  }
  return files;
}

function indexXml(parts: readonly SitemapFile[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...parts.map(({ name }) => `<sitemap><loc>${absoluteUrl(basePath + name)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

/** The page with its translations. */
function urlXml({ href, translations, updated }: SitemapPage): string {
  const lastmod = updated === undefined ? [] : [`<lastmod>${updated}</lastmod>`];
  const alternates = translations.length > 1 ? translations.map(alternate) : [];
  return ['<url>', `<loc>${addressOf(href)}</loc>`, ...lastmod, ...alternates, '</url>'].join('');
}

function sitemapXml(urls: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function alternate({ language, href }: Translation): string {
  return `<xhtml:link rel="alternate" hreflang="${language}" href="${addressOf(href)}"/>`;
}

/** Percent-encoded, and `'` and `&` are not in it, so that XML needs no escape. */
function addressOf(href: string): string {
  return absoluteUrl(href).replaceAll("'", '%27');
}
