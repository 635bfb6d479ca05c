import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { type BuiltPage, find, meta, property } from './built-site.ts';
import { articles, dist, listed, pageOf, pages, tracebacks } from './real-site.ts';

const url = (path: string): string => new URL(path.slice(1), config.url).href;
const languageOf = ({ path }: BuiltPage): string => path.split('/')[1] ?? '';
const alternatesOf = ({ tree }: BuiltPage) =>
  selectAll('link[rel=alternate][hreflang]', tree).map((link) => [property('hrefLang', link), property('href', link)]);
const canonicalOf = ({ tree }: BuiltPage) => property('href', select('link[rel=canonical]', tree));

describe('the site', () => {
  test('has a page for every article', () => {
    expect(articles.length).toBeGreaterThan(20);
    for (const article of articles) expect(pageOf(article).html, article.path).toContain('<article');
  });

  test('has a home for every language and leads there from its root', () => {
    for (const language of config.languages) expect([...pages.keys()]).toContain(`/${language}/`);
    expect(pages.get('/')?.html).toContain('http-equiv=refresh content="0; url=/ar/"');
  });
});

describe.each(listed.map((page) => [page.path, page] as const))('%s', (path, page) => {
  test('names its language and direction', () => {
    const html = find('html', page.tree);
    expect(html.properties).toMatchObject({ lang: languageOf(page), dir: languageOf(page) === 'ar' ? 'rtl' : 'ltr' });
  });

  test('has a title and a description that search engines show whole', () => {
    expect(toText(find('title', page.tree)).trim()).not.toBe('');
    const description = meta('description', page.tree) ?? '';
    expect(description.trim()).not.toBe('');
    expect([...new Intl.Segmenter(languageOf(page)).segment(description)].length).toBeLessThanOrEqual(155);
    expect(description).not.toMatch(/[`*#<>]|\]\(|\s{2}/);
  });

  test('names its own address and those of its translations, where they exist', () => {
    expect(canonicalOf(page)).toBe(url(path));
    const translations = config.languages
      .map((language) => [language, path.replace(/^\/[^/]+/, `/${language}`)] as const)
      .filter(([, address]) => pages.has(address));
    expect(translations.map(([language]) => language)).toContain(languageOf(page));
    expect(alternatesOf(page)).toEqual([
      ...translations.map(([language, address]) => [language, url(address)]),
      ['x-default', url(translations[0]?.[1] ?? '')],
    ]);
  });

  test('tells those who share it the same', () => {
    expect(meta('og:url', page.tree)).toBe(canonicalOf(page));
    expect(meta('og:description', page.tree)).toBe(meta('description', page.tree));
    expect(meta('og:locale', page.tree)?.slice(0, 2)).toBe(languageOf(page));
    expect(meta('og:site_name', page.tree)).toBe(config.title[languageOf(page)]);
    expect(toText(find('title', page.tree))).toContain(meta('og:title', page.tree));
    expect(meta('og:type', page.tree)).toBe(select('article', page.tree) ? 'article' : 'website');
  });
});

describe.each(listed.map((page) => [page.path, page] as const))('the data about %s', (path, page) => {
  const nodes = structuredData(page);
  const parts = path.split('/').slice(2, -1);

  test('says the way to it, all of it pages of the site', () => {
    const items = nodes.find((node) => node['@type'] === 'BreadcrumbList')?.['itemListElement'];
    if (parts.length === 0) return expect(items).toBeUndefined();
    const trail = items as readonly Record<string, unknown>[];
    expect(trail.map(({ position }) => position)).toEqual(trail.map((_, index) => index + 1));
    expect(trail.map(({ item }) => item)).toEqual(
      Array.from({ length: parts.length + 1 }, (_, depth) =>
        url(`/${[languageOf(page), ...parts.slice(0, depth)].join('/')}/`),
      ),
    );
    for (const { item } of trail) expect(pages.has(new URL(String(item)).pathname), String(item)).toBe(true);
  });

  test('says of an article what the page says', () => {
    const article = nodes.find((node) => node['@type'] === 'TechArticle');
    if (!select('article', page.tree)) return expect(article).toBeUndefined();
    expect(article).toMatchObject({
      headline: meta('og:title', page.tree),
      description: meta('description', page.tree),
      keywords: meta('keywords', page.tree),
      inLanguage: languageOf(page),
      mainEntityOfPage: url(path),
      image: `${url(path)}card.png`,
      publisher: { '@type': 'Organization', name: config.title[languageOf(page)] },
    });
    const shown = property('dateTime', select('.article-footer time', page.tree));
    expect(article?.['dateModified']).toBe(shown);
  });

  test('has a picture that exists, its own if it is an article', () => {
    const isArticle = select('article', page.tree) !== undefined;
    expect(meta('og:image', page.tree)).toBe(`${isArticle ? url(path) : url(`/${languageOf(page)}/`)}card.png`);
    expect(existsSync(join(dist, decodeURIComponent(new URL(meta('og:image', page.tree) ?? '').pathname)))).toBe(true);
    expect(meta('twitter:card', page.tree)).toBe('summary_large_image');
    if (isArticle) expect(meta('og:image:alt', page.tree)).toBe(meta('og:title', page.tree));
  });
});

describe('the home of a language', () => {
  test.each(config.languages)('is the site, which can be searched: %s', (language) => {
    const page = pages.get(`/${language}/`);
    const [site] = page ? structuredData(page) : [];
    expect(site).toMatchObject({ '@type': 'WebSite', name: config.title[language], inLanguage: language });
    const action = site?.['potentialAction'] as { target: { urlTemplate: string } } | undefined;
    const searched = new URL(action?.target.urlTemplate ?? '');
    expect(pages.has(searched.pathname)).toBe(true);
    const field = select('input[type=search]', pages.get(searched.pathname)?.tree as BuiltPage['tree']);
    expect([...searched.searchParams.keys()]).toEqual([property('name', field)]);
  });
});

/** The nodes of a page's JSON-LD. */
function structuredData({ tree }: BuiltPage): readonly Readonly<Record<string, unknown>>[] {
  const scripts = selectAll('script[type="application/ld+json"]', tree);
  expect(scripts).toHaveLength(1);
  const data = JSON.parse(scripts.map((script) => toText(script, { whitespace: 'pre' })).join());
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

describe('between the pages', () => {
  test.each(['title', 'description'] as const)('no %s comes twice', (what) => {
    const values = listed.map(({ tree }) => (what === 'title' ? toText(find('title', tree)) : meta(what, tree)));
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  });
});

describe('an article', () => {
  test.each(articles.map((article) => [article.path, article] as const))('has keywords: %s', (_path, article) => {
    const keywords = meta('keywords', pageOf(article).tree)?.split(', ') ?? [];
    expect(keywords.length).toBeGreaterThanOrEqual(3);
    expect(new Set(keywords).size).toBe(keywords.length);
  });
});

describe('the page for tracebacks', () => {
  test.each(tracebacks.map((page) => [page.path, page] as const))(
    'can be found by search engines: %s',
    (path, page) => {
      expect(meta('robots', page.tree)).toBeUndefined();
      expect(canonicalOf(page)).toBe(url(path));
      expect(alternatesOf(page)).toEqual([
        ...tracebacks.map((other) => [other.path.split('/')[2], url(other.path)]),
        ['x-default', url('/traceback/ar/')],
      ]);
    },
  );
});

describe('pages that are no result of a search', () => {
  test.each(['/404.html', '/search/ar/', '/search/en/'])('say so: %s', (path) => {
    const page = pages.get(path);
    expect(page && meta('robots', page.tree)).toBe('noindex');
    expect(page && canonicalOf(page)).toBeUndefined();
  });

  test('for missing addresses, speak every language', () => {
    const { html = '' } = pages.get('/404.html') ?? {};
    for (const language of config.languages) expect(html).toContain(`<section lang=${language} `);
  });
});
