import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { type BuiltPage, find, meta, property } from './built-site.ts';
import { articles, listed, pageOf, pages } from './real-site.ts';

const url = (path: string): string => new URL(path.slice(1), config.url).href;
const languageOf = ({ path }: BuiltPage): string => path.split('/')[1] ?? '';
const canonicalOf = ({ tree }: BuiltPage) => property('href', select('link[rel=canonical]', tree));

describe('the site', () => {
  test('has a page for every article', () => {
    expect(articles.length).toBeGreaterThan(20);
    for (const article of articles) expect(pageOf(article).html, article.path).toContain('<article');
  });

  test('has a home for every language and leads there from its root', () => {
    for (const language of config.languages) expect([...pages.keys()]).toContain(`/${language}/`);
    expect(pages.get('/')?.html).toContain('http-equiv="refresh" content="0; url=/ar/"');
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
    expect([...description].length).toBeLessThanOrEqual(155);
    expect(description).not.toMatch(/[`*#<>]|\]\(|\s{2}/);
  });

  test('names its own address and those of its translations, where they exist', () => {
    expect(canonicalOf(page)).toBe(url(path));
    const alternates = selectAll('link[rel=alternate]', page.tree).map((link) => [
      property('hrefLang', link),
      property('href', link),
    ]);
    const translations = config.languages
      .map((language) => [language, path.replace(/^\/[^/]+/, `/${language}`)] as const)
      .filter(([, address]) => pages.has(address));
    expect(translations.map(([language]) => language)).toContain(languageOf(page));
    expect(alternates).toEqual([
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

describe('pages that are no result of a search', () => {
  test.each(['/404.html', '/search/ar/', '/search/en/'])('say so: %s', (path) => {
    const page = pages.get(path);
    expect(page && meta('robots', page.tree)).toBe('noindex');
    expect(page && canonicalOf(page)).toBeUndefined();
  });

  test('for missing addresses, speak every language', () => {
    const { html = '' } = pages.get('/404.html') ?? {};
    for (const language of config.languages) expect(html).toContain(`<section lang="${language}"`);
  });
});
