import type { BreadcrumbList, Graph, Organization, TechArticle, WebSite } from 'schema-dts';
import { labelsOf } from '../locales/labels-of.ts';
import { sectionTitle } from '../sections/section-title.ts';
import { absoluteUrl, pageHref, searchHref } from '../site-address.ts';
import { type PageHead, pictureUrl, siteTitle } from './head.ts';

/**
 * What a page is, in the words of schema.org: the site on a language's home, the article, and
 * the way to every page below.
 *
 * @param parts of the page's address after the language
 */
export function structuredData(page: PageHead, parts: readonly string[]): Graph {
  const nodes =
    parts.length === 0
      ? [webSite(page)]
      : [...(page.kind === 'article' ? [techArticle(page, parts)] : []), breadcrumbs(page, parts)];
  return { '@context': 'https://schema.org', '@graph': nodes };
}

function webSite({ language, href, description }: PageHead): WebSite {
  return {
    '@type': 'WebSite',
    name: siteTitle(language),
    description,
    url: absoluteUrl(href),
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${absoluteUrl(searchHref(language))}?q={query}` },
      // Google's way to say which value the address wants; the types know only schema.org's own.
      ...{ 'query-input': 'required name=query' },
    },
  };
}

function techArticle(page: PageHead, parts: readonly string[]): TechArticle {
  const { language, title = siteTitle(page.language), description, keywords = [], href, dates } = page;
  const section = parts.at(-2);
  return {
    '@type': 'TechArticle',
    headline: title,
    description,
    inLanguage: language,
    mainEntityOfPage: absoluteUrl(href),
    image: pictureUrl(page),
    ...(keywords.length > 0 && { keywords: keywords.join(', ') }),
    ...(section !== undefined && { articleSection: sectionTitle(language, section) }),
    ...(dates?.published && { datePublished: dates.published }),
    ...(dates && { dateModified: dates.updated }),
    // The site speaks for those who wrote it: articles name nobody.
    author: publisher(language),
    publisher: publisher(language),
  };
}

function publisher(language: string): Organization {
  return { '@type': 'Organization', name: siteTitle(language), url: absoluteUrl(pageHref(language)) };
}

function breadcrumbs({ language, title }: PageHead, parts: readonly string[]): BreadcrumbList {
  const names = parts.map((part, index) =>
    index === parts.length - 1 && title !== undefined ? title : sectionTitle(language, part),
  );
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [labelsOf(language).home, ...names].map((name, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absoluteUrl(pageHref(language, parts.slice(0, index))),
    })),
  };
}
