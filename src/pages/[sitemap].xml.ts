import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { libraryArticle } from '../site/library.ts';
import { sitePages } from '../site/site-pages.ts';
import { sitemapFiles } from '../site/sitemap.ts';

export async function getStaticPaths() {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  const pages = sitePages(entries).map((page) => ({
    ...page,
    updated: page.article && libraryArticle(page.article.path).dates?.updated,
  }));
  return sitemapFiles(pages).map(({ name, xml }) => ({
    params: { sitemap: name.replace('.xml', '') },
    props: { xml },
  }));
}

export function GET({ props: { xml } }: APIContext<{ xml: string }>): Response {
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
}
