import { config } from '../../config.ts';
import type { ArticleEntry } from './site-pages.ts';

type Comparison = (a: ArticleEntry, b: ArticleEntry) => number;

/**
 * The order of articles in their section: those that their authors gave a place come first, then the others by
 * title.
 */
export function sectionPlace(language: string): Comparison {
  const titles = byTitle(language);
  const place = ({ order = Number.MAX_VALUE }: ArticleEntry): number => order;
  return (a, b) => place(a) - place(b) || titles(a, b);
}

/** The order of articles of many sections. */
export function byTitle(language: string): Comparison {
  const { compare } = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  return (a, b) => compare(a.title, b.title) || (a.path < b.path ? -1 : 1);
}

// Every page sorts something, and making one takes longer.
const collators = new Map(
  config.languages.map((language) => [language, new Intl.Collator(language, { numeric: true })] as const),
);
