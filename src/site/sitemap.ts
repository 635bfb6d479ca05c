import { absoluteUrl, pageHref } from './site-address.ts';
import type { SitePage } from './site-pages.ts';

/** A page as the sitemap has it. */
export interface SitemapPage extends Pick<SitePage, 'language' | 'parts' | 'languages'> {
  /** When it was last changed, ISO 8601, where that is known. */
  readonly updated?: string | undefined;
}

/** The sitemap of these pages (sitemaps.org), each with its translations. */
export function sitemapXml(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ language, parts, languages, updated }) => {
    const lastmod = updated === undefined ? [] : [`<lastmod>${updated}</lastmod>`];
    const alternates = languages.length > 1 ? languages.map((other) => alternate(other, addressOf(other, parts))) : [];
    return ['<url>', `<loc>${addressOf(language, parts)}</loc>`, ...lastmod, ...alternates, '</url>'].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function alternate(language: string, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`;
}

/** Percent-encoded, and `'` and `&` are not in it, so that XML needs no escape. */
function addressOf(language: string, parts: readonly string[]): string {
  return absoluteUrl(pageHref(language, parts)).replaceAll("'", '%27');
}
