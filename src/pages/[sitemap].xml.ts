import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { config } from '../config.ts';
import { type SitemapPage, sitemapFiles } from '../site/files/sitemap.ts';
import { libraryArticle } from '../site/library/library.ts';
import { sitePages } from '../site/sections/site-pages.ts';
import { pageHref, tracebackHref } from '../site/site-address.ts';

export async function getStaticPaths() {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  const articles = sitePages(entries).map(({ parts, article, ...page }) => ({
    ...inLanguages(page.language, page.languages, (language) => pageHref(language, parts)),
    updated: article && libraryArticle(article.path).dates?.updated,
  }));
  const tracebacks = config.languages.map((language) => inLanguages(language, config.languages, tracebackHref));
  return sitemapFiles([...articles, ...tracebacks]).map(({ name, xml }) => ({
    params: { sitemap: name.replace('.xml', '') },
    props: { xml },
  }));
}

export function GET({ props: { xml } }: APIContext<{ xml: string }>): Response {
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}

function inLanguages(language: string, languages: readonly string[], href: (language: string) => string): SitemapPage {
  return { href: href(language), translations: languages.map((other) => ({ language: other, href: href(other) })) };
}
