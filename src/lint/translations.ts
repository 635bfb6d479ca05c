import type { Article } from '../article/article.ts';
import type { Config } from '../config.ts';

/**
 * For each translation whose original was committed to later than itself: the original. The original is the article of the
 * same section and name in the default language.
 *
 * @param changes ISO 8601 date of the last commit to an article, by its path; one that is not known is not judged
 */
export function outdatedTranslations(
  articles: readonly Article[],
  changes: ReadonlyMap<string, string>,
  { defaultLanguage }: Pick<Config, 'defaultLanguage'>,
): ReadonlyMap<string, Outdated> {
  const originals = new Map(
    articles.filter(({ address }) => address.language === defaultLanguage).map((article) => [keyOf(article), article]),
  );
  const outdated = new Map<string, Outdated>();
  for (const article of articles) {
    const original = originals.get(keyOf(article));
    const [own, its] = [changes.get(article.path), changes.get(original?.path ?? '')];
    if (!original || original.address.language === article.address.language || !own || !its) continue;
    if (Date.parse(its) > Date.parse(own)) outdated.set(article.path, { path: original.path, date: its.slice(0, 10) });
  }
  return outdated;
}

/** The original that was changed, and the day. */
export interface Outdated {
  readonly path: string;
  readonly date: string;
}

function keyOf({ address: { section, slug } }: Article): string {
  return [...section, slug].join('/');
}
