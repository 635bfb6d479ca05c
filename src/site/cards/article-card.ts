import { config } from '../../config.ts';
import { siteTitle } from '../head/head.ts';
import type { LibraryArticle } from '../library/library.ts';
import { labelsOf } from '../locales/labels-of.ts';
import { plural } from '../locales/plural.ts';
import { sectionTitle } from '../sections/section-title.ts';
import type { Card } from './card.ts';

/** The picture of an article. */
export function articleCard({ article, allVerified }: Pick<LibraryArticle, 'article' | 'allVerified'>): Card {
  const { language, section } = article.address;
  const labels = labelsOf(language);
  const place = section.at(-1);
  const count = article.examples.length;
  const examples = plural(language, labels.exampleCount, count);
  return {
    ...siteCard(language),
    title: article.title,
    place: place === undefined ? '' : sectionTitle(language, place),
    note: count === 0 ? '' : allVerified ? `${examples} · ${labels.example.allVerified}` : examples,
    verified: allVerified,
  };
}

/** The picture of a language's home, and of the pages that only list articles. */
export function siteCard(language: string): Card {
  return {
    language,
    site: siteTitle(language),
    title: config.tagline[language] ?? siteTitle(language),
    place: '',
    note: '',
    verified: false,
    host: new URL(config.url).host,
  };
}
