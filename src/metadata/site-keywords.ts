import { type KeywordChoices, keywordsOf } from './keywords.ts';

/**
 * The keywords of all pages of a site, by their place: what very many of its pages have counts less. Those
 * that a tool wrote into a header stay while they are what the text gives, though a few other articles more
 * or less would choose others among the last of them.
 */
export function chosenBySite(pages: readonly KeywordChoices[]): readonly (readonly string[])[] {
  const weighers = weighersOf(pages);
  return pages.map((page) => {
    const { written } = page;
    const keywords = keywordsOf(weighedIn(weighers, page));
    if (!written || written.join() === keywords.join()) return keywords;
    const sites = weighers.get(page.language) ?? [];
    const others = sites.map((weigh) => keywordsOf(weighed(page, weigh)));
    return mayHaveBeen(written, [keywords, ...others]) ? written : keywords;
  });
}

/**
 * The choices of all pages of a site, each word and phrase weighed by how many pages of its language have it
 * among theirs.
 */
export function weighedBySite(pages: readonly KeywordChoices[]): readonly KeywordChoices[] {
  const weighers = weighersOf(pages);
  return pages.map((page) => weighedIn(weighers, page));
}

function weighedIn(weighers: Weighers, page: KeywordChoices): KeywordChoices {
  return weighed(page, weighers.get(page.language)?.[0] ?? unweighed);
}

/** For each language, how its site weighs words: as it is, and as it would with a few articles more or less. */
type Weighers = ReadonlyMap<string, readonly Weigher[]>;

type Weigher = (key: string) => number;

const unweighed: Weigher = () => 1;

function weighed(page: KeywordChoices, weigh: Weigher): KeywordChoices {
  const ranked = page.ranked.map((choice) => ({ ...choice, score: choice.score * weigh(choice.key) }));
  return { ...page, ranked: ranked.toSorted((a, b) => b.score - a.score) };
}

/** Nothing that none of the lists has, and everything that all of them have. */
function mayHaveBeen(written: readonly string[], lists: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = lists;
  const certain = first.filter((keyword) => others.every((list) => list.includes(keyword)));
  return (
    written.length === first.length &&
    written.every((keyword) => lists.some((list) => list.includes(keyword))) &&
    certain.every((keyword) => written.includes(keyword))
  );
}

function weighersOf(pages: readonly KeywordChoices[]): Weighers {
  const sites = Map.groupBy(pages, ({ language }) => language);
  return new Map([...sites].map(([language, own]) => [language, drifting(own)]));
}

function drifting(pages: readonly KeywordChoices[]): readonly Weigher[] {
  if (pages.length < smallestSite) return [unweighed];
  const counts = new Map<string, number>();
  for (const { ranked } of pages) for (const { key } of ranked) counts.set(key, (counts.get(key) ?? 0) + 1);
  const drift = Math.max(2, pages.length / 50);
  const weighers = [0, -drift, drift].map((more) => (key: string) => {
    const count = (counts.get(key) ?? 0) + more;
    return steps.find(({ share }) => count > share * pages.length)?.weight ?? 1;
  });
  return pages.length < 2 * smallestSite ? [...weighers, unweighed] : weighers;
}

// What few articles share is no statistic.
const smallestSite = 24;

// In steps, so that another article on the site changes the keywords of others only where a word crosses one of them.
const steps = [
  { share: 1 / 2, weight: 0.4 },
  { share: 1 / 4, weight: 0.6 },
  { share: 1 / 8, weight: 0.8 },
];
