import rss from '@astrojs/rss';
import { config } from '../../config.ts';
import { siteTitle } from '../head/head.ts';
import type { LibraryArticle } from '../library/library.ts';
import type { ArticleEntry } from '../sections/site-pages.ts';
import { absoluteUrl, feedHref, pageHref } from '../site-address.ts';

/** What a feed says of an article. */
export interface FeedArticle {
  readonly entry: Pick<ArticleEntry, 'language' | 'section' | 'slug' | 'path' | 'title' | 'description' | 'keywords'>;
  readonly dates: LibraryArticle['dates'];
}

/** The RSS feed of a language: the articles published last, the newest first, before those of unknown date. */
export function feed(language: string, articles: readonly FeedArticle[]): Promise<Response> {
  const newest = articles
    .filter(({ entry }) => entry.language === language)
    .toSorted((a, b) => timeOf(b) - timeOf(a) || (a.entry.path < b.entry.path ? -1 : 1))
    .slice(0, mostItems);
  const self = absoluteUrl(feedHref(language));
  return rss({
    title: siteTitle(language),
    description: config.tagline[language] ?? siteTitle(language),
    site: absoluteUrl(pageHref(language)),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${language}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: newest.map(({ entry, dates }) => ({
      title: entry.title,
      description: entry.description,
      link: absoluteUrl(pageHref(language, [...entry.section, entry.slug])),
      categories: [...entry.keywords],
      ...(dates?.published && { pubDate: new Date(dates.published) }),
    })),
  });
}

const mostItems = 30;

function timeOf({ dates }: FeedArticle): number {
  return dates?.published ? Date.parse(dates.published) : 0;
}
