import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { he } from './he.ts';
import type { Labels } from './labels.ts';
import { ur } from './ur.ts';

/**
 * The texts of a language, by the language of its tag: those of `ar` for `ar-EG`. English
 * ones where there are none.
 */
export function labelsOf(language: string): Labels {
  return languages[language] ?? languages[new Intl.Locale(language).language] ?? en;
}

/** `lang` and `dir` of an element that holds these texts, where they are in English instead of the page's language. */
export function labelAttributes(language: string): { readonly lang?: 'en'; readonly dir?: 'ltr' } {
  return labelsOf(language) === en && new Intl.Locale(language).language !== 'en' ? { lang: 'en', dir: 'ltr' } : {};
}

const languages: Readonly<Record<string, Labels>> = { ar, en, fa, he, ur };
