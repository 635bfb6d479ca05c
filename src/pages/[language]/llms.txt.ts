import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { config } from '../../config.ts';
import { llmsTxt } from '../../site/files/llms-txt.ts';
import { type SitePage, sitePages } from '../../site/sections/site-pages.ts';

export async function getStaticPaths() {
  // Once for all languages: of many thousands of articles it takes a second.
  const pages = sitePages((await getCollection('articles')).map(({ data }) => data));
  return config.languages.map((language) => ({ params: { language }, props: { pages } }));
}

export function GET({ params: { language = '' }, props }: APIContext<{ pages: readonly SitePage[] }>): Response {
  return new Response(llmsTxt(language, props.pages));
}
