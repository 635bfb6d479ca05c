import { perWord } from '../../metadata/languages/per-word.ts';

/**
 * A language's name in that language: `العربية`, `français`.
 *
 * @param language BCP 47
 */
export const languageName = perWord(
  (language) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language,
);

/**
 * A language and the territory it is mostly used in, as Open Graph wants them: `en_US`.
 *
 * @param language BCP 47
 */
export const openGraphLocale = perWord((language): string => {
  // Of no single territory; Open Graph has one that stands for all.
  if (language === 'ar') return 'ar_AR';
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region === undefined ? name : `${name}_${region}`;
});
