import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { config } from '../../config.ts';
import { llmsTxt } from '../../site/llms-txt.ts';
import { sitePages } from '../../site/site-pages.ts';

export function getStaticPaths() {
  return config.languages.map((language) => ({ params: { language } }));
}

export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  return new Response(llmsTxt(language, sitePages(entries)));
}
