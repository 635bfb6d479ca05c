import type { Article } from '../article/article.ts';
import type { Config } from '../config.ts';

/**
 * For each translation whose original was committed to later than itself: the original. The original is the
 * article of the same section and name in the default language.
 *
 * @param changes ISO 8601 date of the last commit to an article, by its path; one that is not known is not judged
 */
export function outdatedTranslations(
  articles: readonly Article[],
  changes: ReadonlyMap<string, string>,
  { defaultLanguage }: Pick<Config, 'defaultLanguage'>,
): ReadonlyMap<string, Outdated> {
  const outdated = new Map<string, Outdated>();
  for (const { translation, original } of translationPairs(articles, { defaultLanguage })) {
    const [own, its] = [changes.get(translation.path), changes.get(original.path)];
    if (own && its && Date.parse(its) > Date.parse(own)) {
      outdated.set(translation.path, { path: original.path, date: its.slice(0, 10) });
    }
  }
  return outdated;
}

/** Each translation with its original. */
export function translationPairs(
  articles: readonly Article[],
  { defaultLanguage }: Pick<Config, 'defaultLanguage'>,
): readonly { readonly translation: Article; readonly original: Article }[] {
  const originals = new Map(
    articles.filter(({ address }) => address.language === defaultLanguage).map((article) => [keyOf(article), article]),
  );
  return articles.flatMap((translation) => {
    const original = originals.get(keyOf(translation));
    return original && original.address.language !== translation.address.language ? [{ translation, original }] : [];
  });
}

/** The original that was changed, and the day. */
export interface Outdated {
  readonly path: string;
  readonly date: string;
}

function keyOf({ address: { section, slug } }: Article): string {
  return [...section, slug].join('/');
}
