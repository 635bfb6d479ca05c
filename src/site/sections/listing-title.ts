import { labelsOf } from '../locales/labels-of.ts';
import { fill } from '../locales/plural.ts';
import { sectionTitle } from './section-title.ts';
import type { SitePage } from './site-pages.ts';

/** The name of a page that lists a section: the section's, and of its further pages their number. */
export function listingTitle({ language, parts, pager }: Pick<SitePage, 'language' | 'parts' | 'pager'>): string {
  if (!pager || pager.number === 1) return sectionTitle(language, parts.at(-1) ?? '');
  const { articlesHeading, pageOfList } = labelsOf(language);
  const section = parts.at(-2);
  const number = fill(pageOfList, { page: pager.number, pages: pager.addresses.length });
  return `${section === undefined ? articlesHeading : sectionTitle(language, section)} · ${number}`;
}
