import type { Graph } from 'schema-dts';
import { config } from '../../config.ts';
import type { FileDates } from '../../content/file-dates.ts';
import { cardFile, cardSize } from '../cards/card.ts';
import { twinFile } from '../files/markdown-twin.ts';
import { type ForeignText, foreignText } from '../locales/foreign-text.ts';
import { openGraphLocale } from '../locales/language-name.ts';
import { absoluteUrl, feedHref, pageHref } from '../site-address.ts';

/** What a page says of itself to its layout. */
export interface PageHead {
  readonly language: string;
  /** Absent on a language's home, whose title is the site's. */
  readonly title?: string;
  readonly description: string;
  readonly keywords?: readonly string[];
  /** Path from the server's root. */
  readonly href: string;
  /** The same page in the site's languages, this one included, in the configured order. */
  readonly translations: readonly Translation[];
  readonly kind: 'article' | 'website';
  /** Of an article in git's history. */
  readonly dates?: FileDates | undefined;
  /** JSON-LD. */
  readonly structuredData?: Graph;
  /** Search engines are asked to pass the page by. */
  readonly unlisted?: boolean;
}

export interface Translation {
  readonly language: string;
  readonly href: string;
}

/** The elements of `<head>` that depend on the page. */
export interface HeadElements {
  readonly title: string;
  readonly links: readonly {
    readonly rel: string;
    readonly href: string;
    readonly hreflang?: string;
    readonly type?: string;
  }[];
  readonly meta: readonly ({ readonly content: string } & (
    | { readonly name: string }
    | { readonly property: string }
  ))[];
}

export function headElements(page: PageHead): HeadElements {
  const { language, description, keywords = [], kind, unlisted } = page;
  const url = absoluteUrl(page.href);
  return {
    title: page.title === undefined ? siteTitle(language) : `${page.title} · ${siteTitle(language)}`,
    links: unlisted ? [] : [{ rel: 'canonical', href: url }, ...alternates(page.translations), otherForm(page)],
    meta: [
      { name: 'description', content: description },
      ...(keywords.length > 0 ? [{ name: 'keywords', content: keywords.join(', ') }] : []),
      ...(unlisted ? [{ name: 'robots', content: 'noindex' }] : []),
      { property: 'og:type', content: kind },
      { property: 'og:title', content: page.title ?? siteTitle(language) },
      { property: 'og:description', content: description },
      { property: 'og:url', content: url },
      { property: 'og:site_name', content: siteTitle(language) },
      { property: 'og:locale', content: openGraphLocale(language) },
      ...page.translations
        .filter((other) => other.language !== language)
        .map((other) => ({ property: 'og:locale:alternate', content: openGraphLocale(other.language) })),
      ...dateMeta(page),
      ...(unlisted ? [] : pictureMeta(page)),
    ],
  };
}

export function siteTitle(language: string): string {
  return config.title[language] ?? config.title[config.defaultLanguage] ?? '';
}

/** What an element needs that holds the site's title where it is not in the page's language. */
export function titleAttributes(language: string): ForeignText {
  const { defaultLanguage } = config;
  return Object.hasOwn(config.title, language) || language === defaultLanguage ? {} : foreignText(defaultLanguage);
}

/** Address of the picture that stands for a page: its own, or for a listing that of the language's home. */
export function pictureUrl({ kind, href, language }: Pick<PageHead, 'kind' | 'href' | 'language'>): string {
  return absoluteUrl((kind === 'article' ? href : pageHref(language)) + cardFile);
}

function dateMeta({ dates }: PageHead): HeadElements['meta'] {
  if (!dates) return [];
  const { published, updated } = dates;
  return [
    ...(published ? [{ property: 'article:published_time', content: published }] : []),
    { property: 'article:modified_time', content: updated },
  ];
}

function pictureMeta(page: PageHead): HeadElements['meta'] {
  const { title, language, kind } = page;
  // The picture of a listing shows what the site is.
  const alt = kind === 'article' && title !== undefined ? title : (config.tagline[language] ?? siteTitle(language));
  return [
    { property: 'og:image', content: pictureUrl(page) },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(cardSize.width) },
    { property: 'og:image:height', content: String(cardSize.height) },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** An article's Markdown; of what lists articles, the feed. */
function otherForm({ kind, language }: PageHead): HeadElements['links'][number] {
  return kind === 'article'
    ? { rel: 'alternate', type: 'text/markdown', href: twinFile }
    : { rel: 'alternate', type: 'application/rss+xml', href: feedHref(language) };
}

/** Every language's address, and where readers of other languages are sent: the default one's, if it has the page. */
function alternates(translations: readonly Translation[]): HeadElements['links'] {
  const fallback = translations.find(({ language }) => language === config.defaultLanguage) ?? translations[0];
  return [
    ...translations.map(({ language, href }) => ({ rel: 'alternate', hreflang: language, href: absoluteUrl(href) })),
    ...(fallback ? [{ rel: 'alternate', hreflang: 'x-default', href: absoluteUrl(fallback.href) }] : []),
  ];
}
