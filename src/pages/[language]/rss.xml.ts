import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { config } from '../../config.ts';
import { feed } from '../../site/files/feed.ts';
import { libraryArticle } from '../../site/library/library.ts';

export function getStaticPaths() {
  return config.languages.map((language) => ({ params: { language } }));
}

export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const entries = (await getCollection('articles')).map(({ data }) => data);
  return feed(
    language,
    entries.map((entry) => ({ entry, dates: libraryArticle(entry.path).dates })),
  );
}
