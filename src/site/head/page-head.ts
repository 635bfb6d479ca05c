import { config } from '../../config.ts';
import { libraryArticle } from '../library/library.ts';
import { listingTitle } from '../sections/listing-title.ts';
import { sectionTitle } from '../sections/section-title.ts';
import type { SitePage } from '../sections/site-pages.ts';
import { pageHref } from '../site-address.ts';
import type { PageHead } from './head.ts';
import { structuredData } from './structured-data.ts';

/** What the head of a listing or an article says. */
export function pageHead(page: SitePage): PageHead {
  const dates = page.article && libraryArticle(page.article.path).dates;
  const head = { ...textsOf(page), dates };
  return { ...head, structuredData: structuredData(head, page.parts) };
}

function textsOf(page: SitePage): PageHead {
  const { language, parts, languages, article, shown, sections } = page;
  const common = {
    language,
    href: pageHref(language, parts),
    translations: languages.map((other) => ({ language: other, href: pageHref(other, parts) })),
  };
  if (article) {
    const { title, description, keywords } = article;
    return { ...common, kind: 'article', title, description, keywords };
  }
  if (parts.length === 0) return { ...common, kind: 'website', description: config.tagline[language] ?? '' };
  const title = listingTitle(page);
  const below = [
    ...shown.map((entry) => entry.title),
    ...sections.map((section) => sectionTitle(language, section.parts.at(-1) ?? '')),
  ];
  return { ...common, kind: 'website', title, description: shortList(title, below, language) };
}

/** `title: a, b, c`, as many as search engines show. */
function shortList(title: string, names: readonly string[], language: string): string {
  const separator = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length > 0 && `${title}: ${separator.format([...shown, name])}`.length > 155) break;
    shown.push(name);
  }
  return shown.length === 0 ? title : `${title}: ${separator.format(shown)}`;
}
