import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { config } from '../../config.ts';
import { llmsTxt } from '../../site/files/llms-txt.ts';
import { sitePages } from '../../site/sections/site-pages.ts';

export function getStaticPaths() {
  return config.languages.map((language) => ({ params: { language } }));
}

export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  return new Response(llmsTxt(language, sitePages(entries)));
}
