import { config } from '../../config.ts';
import { siteTitle } from '../head/head.ts';
import { labelsOf } from '../locales/labels-of.ts';
import { languageName } from '../locales/language-name.ts';
import { sectionOrder } from '../sections/section-order.ts';
import { sectionTitle } from '../sections/section-title.ts';
import type { ArticleEntry, SitePage } from '../sections/site-pages.ts';
import { absoluteUrl, llmsHref, pageHref } from '../site-address.ts';
import { twinFile } from './markdown-twin.ts';

/**
 * The index of a language for language models (llmstxt.org): every article's Markdown with
 * its description, by section.
 */
export function llmsTxt(language: string, pages: readonly SitePage[]): string {
  const order = sectionOrder(language);
  const sections = pages
    .filter((page) => page.language === language && page.articles.length > 0)
    .toSorted((a, b) => order(a.parts[0] ?? '', b.parts[0] ?? ''));
  return joined([
    ...opening(language),
    ...sections.map(({ parts, articles }) => {
      const name = parts.map((part) => sectionTitle(language, part)).join(' / ') || labelsOf(language).articlesHeading;
      return [`## ${name}\n`, ...articles.map(articleLine)].join('\n');
    }),
  ]);
}

/** What stands at the site's root: where the index of each language is. */
export function rootLlmsTxt(): string {
  const lines = config.languages.map((language) => {
    return `- [${languageName(language)}](${absoluteUrl(llmsHref(language))}): ${config.tagline[language] ?? ''}`;
  });
  return joined([...opening(config.defaultLanguage), ['## Languages\n', ...lines].join('\n')]);
}

function opening(language: string): readonly string[] {
  const tagline = config.tagline[language];
  return [`# ${siteTitle(language)}`, ...(tagline === undefined ? [] : [`> ${tagline}`])];
}

function articleLine({ language, section, slug, title, description }: ArticleEntry): string {
  const url = absoluteUrl(pageHref(language, [...section, slug]) + twinFile);
  return `- [${title.replace(/[[\]\\]/g, '\\$&')}](${url}): ${description}`;
}

function joined(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
