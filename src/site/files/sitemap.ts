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

/**
 * The sitemap of these pages (sitemaps.org): one file, or, since none may have more than 50,000 pages or 50 MB, an index
 * of several.
 *
 * @param most pages in a file; 20,000 in five languages take 30 MB
 */
export function sitemapFiles(pages: readonly SitemapPage[], most = 20_000): readonly SitemapFile[] {
  if (pages.length <= most) return [{ name: 'sitemap.xml', xml: sitemapXml(pages) }];
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    xml: sitemapXml(pages.slice(index * most, (index + 1) * most)),
  }));
  return [{ name: 'sitemap.xml', xml: indexXml(parts) }, ...parts];
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

/** These pages, each with its translations. */
function sitemapXml(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ href, translations, updated }) => {
    const lastmod = updated === undefined ? [] : [`<lastmod>${updated}</lastmod>`];
    const alternates = translations.length > 1 ? translations.map(alternate) : [];
    return ['<url>', `<loc>${addressOf(href)}</loc>`, ...lastmod, ...alternates, '</url>'].join('');
  });
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
