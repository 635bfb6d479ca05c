import { getCollection } from 'astro:content';
import { sitePages } from '../site/site-pages.ts';
import { sitemapXml } from '../site/sitemap.ts';

export async function GET(): Promise<Response> {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  return new Response(sitemapXml(sitePages(entries)), { headers: { 'content-type': 'application/xml' } });
}
