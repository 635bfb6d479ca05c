import type { Article } from '../article/article.ts';
import { type KeywordChoices, keywordChoices, keywordsOf } from './keywords.ts';

/** The keywords of all articles of a site, by their place: what very many of its articles have counts less. */
export function siteKeywords(articles: readonly Article[]): readonly (readonly string[])[] {
  return weighedBySite(articles.map(keywordChoices)).map(keywordsOf);
}

/** The choices of all pages of a site, each word and phrase weighed by how many pages of its language have it among theirs. */
export function weighedBySite(pages: readonly KeywordChoices[]): readonly KeywordChoices[] {
  const sites = new Map(
    [...Map.groupBy(pages, ({ language }) => language)].map(([language, own]) => [language, weigherOf(own)]),
  );
  return pages.map((page) => {
    const weigh = sites.get(page.language) ?? (() => 1);
    const ranked = page.ranked.map((choice) => ({ ...choice, score: choice.score * weigh(choice.key) }));
    return { ...page, ranked: ranked.toSorted((a, b) => b.score - a.score) };
  });
}

function weigherOf(pages: readonly KeywordChoices[]): (key: string) => number {
  if (pages.length < smallestSite) return () => 1;
  const counts = new Map<string, number>();
  for (const { key } of pages.flatMap(({ ranked }) => ranked)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (key) => steps.find(({ share }) => (counts.get(key) ?? 0) > share * pages.length)?.weight ?? 1;
}

// What few articles share is no statistic.
const smallestSite = 24;

// In steps, so that another article on the site changes the keywords of others only where a word crosses one of them.
const steps = [
  { share: 1 / 2, weight: 0.4 },
  { share: 1 / 4, weight: 0.6 },
  { share: 1 / 8, weight: 0.8 },
];
