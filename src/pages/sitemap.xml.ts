import { getCollection } from 'astro:content';
import { libraryArticle } from '../site/library.ts';
import { sitePages } from '../site/site-pages.ts';
import { sitemapXml } from '../site/sitemap.ts';

export async function GET(): Promise<Response> {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  const pages = sitePages(entries).map((page) => ({
    ...page,
    updated: page.article && libraryArticle(page.article.path).dates?.updated,
  }));
  return new Response(sitemapXml(pages), { headers: { 'content-type': 'application/xml' } });
}
