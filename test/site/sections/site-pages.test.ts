import { describe, expect, it } from 'vitest';
import { type SitemapPage, sitemapFiles } from '../../../src/site/files/sitemap.ts';
import { pageHead } from '../../../src/site/head/page-head.ts';
import { listingTitle } from '../../../src/site/sections/listing-title.ts';
import { pagerNumbers } from '../../../src/site/sections/paged-list.ts';
import { type ArticleEntry, sitePages } from '../../../src/site/sections/site-pages.ts';
import { pageHref } from '../../../src/site/site-address.ts';

function entry(path: string, title = path): ArticleEntry {
  const parts = path.replace('.md', '').split('/');
  const [language = '', ...rest] = parts;
  const slug = rest.pop() ?? '';
  return { path, language, section: rest, slug, title, description: '', keywords: [] };
}

const addresses = (entries: ArticleEntry[]) =>
  sitePages(entries).map(({ language, parts }) => [language, ...parts].join('/'));

describe('the pages of the site', () => {
  it('are each language’s home, every folder and every article', () => {
    expect(addresses([entry('ar/python/net/a.md')]).toSorted()).toEqual([
      'ar',
      'ar/python',
      'ar/python/net',
      'ar/python/net/a',
      'en',
    ]);
  });

  it('know their translations by their address', () => {
    const pages = sitePages([entry('ar/python/a.md'), entry('ar/python/b.md'), entry('en/python/a.md')]);
    const languages = Object.fromEntries(
      pages.map((page) => [[page.language, ...page.parts].join('/'), page.languages.join(' ')]),
    );
    expect(languages).toMatchObject({ 'ar/python/a': 'ar en', 'ar/python/b': 'ar', 'ar/python': 'ar en' });
  });

  it('list the articles of a folder by title and count those below', () => {
    const pages = sitePages([
      entry('en/py/b.md', 'KeyError 10'),
      entry('en/py/a.md', 'KeyError 9'),
      entry('en/py/x/c.md'),
    ]);
    const section = pages.find(({ parts }) => parts.join('/') === 'py');
    expect(section?.articles.map(({ title }) => title)).toEqual(['KeyError 9', 'KeyError 10']);
    expect(section?.sections.map(({ count }) => count)).toEqual([1]);
    const home = pages.find(({ language, parts }) => language === 'en' && parts.length === 0);
    expect(home?.sections.map(({ count }) => count)).toEqual([3]);
  });

  it('put the articles that have a place before those by title, also as neighbours', () => {
    const pages = sitePages([
      entry('en/py/a.md', 'A'),
      { ...entry('en/py/z.md', 'Z'), order: 1 },
      { ...entry('en/py/b.md', 'B'), order: 2 },
    ]);
    const section = pages.find(({ parts }) => parts.join('/') === 'py');
    expect(section?.articles.map(({ title }) => title)).toEqual(['Z', 'B', 'A']);
    const { neighbours } = pages.find(({ parts }) => parts.at(-1) === 'b') ?? {};
    expect([neighbours?.previous?.title, neighbours?.next?.title]).toEqual(['Z', 'A']);
  });

  it('list the sections with a name of their own first, then the others by title, and the guide last', () => {
    const folders = ['guide', 'rust', 'javascript', 'go', 'python'];
    const pages = sitePages(folders.map((folder) => entry(`en/${folder}/a.md`)));
    const home = pages.find(({ language, parts }) => language === 'en' && parts.length === 0);
    expect(home?.sections.map(({ parts }) => parts[0])).toEqual(['python', 'javascript', 'go', 'rust', 'guide']);
  });

  it('list an article at the address of a folder as that folder', () => {
    const pages = sitePages([entry('en/py.md'), entry('en/py/a.md')]);
    const home = pages.find(({ language, parts }) => language === 'en' && parts.length === 0);
    expect(home?.articles).toEqual([]);
    expect(home?.sections.map(({ parts }) => parts)).toEqual([['py']]);
    const both = pages.find(({ parts }) => parts.join('/') === 'py');
    expect([both?.article?.path, both?.articles[0]?.path]).toEqual(['en/py.md', 'en/py/a.md']);
  });

  it('show articles of other languages in the place of those that a language does not have', () => {
    const pages = sitePages(
      ['ar/py/a.md', 'ar/js/b.md', 'ar/py/c.md', 'en/py/a.md', 'en/py/d.md'].map((path) => entry(path)),
    );
    const elsewhere = pages
      .filter((page) => page.elsewhere.length > 0)
      .map((page) => [[page.language, ...page.parts].join('/'), ...page.elsewhere.map(({ path }) => path)]);
    expect(elsewhere).toEqual([
      ['en', 'ar/js/b.md'],
      ['ar/py', 'en/py/d.md'],
      ['en/py', 'ar/py/c.md'],
    ]);
  });

  it('list a long section on pages of fifty, each with an address of its own', () => {
    const entries = Array.from({ length: 120 }, (_, index) => entry(`en/py/a${index}.md`, `A ${index}`));
    const pages = sitePages([...entries, entry('en/py/page-2.md', 'B'), entry('ar/py/x.md')]);
    const listings = pages.filter(({ language, article, parts }) => language === 'en' && !article && parts[0] === 'py');
    expect(listings.map(({ parts }) => parts.join('/'))).toEqual(['py', 'py/page-2-', 'py/page-3']);
    expect(listings.map(({ shown }) => shown.length)).toEqual([50, 50, 21]);
    expect(listings.flatMap(({ shown }) => shown)).toEqual(listings[0]?.articles);
    expect(listings.map(({ pager }) => pager?.number)).toEqual([1, 2, 3]);
    expect(listings.map(({ languages }) => languages.join(' '))).toEqual(['ar en', 'en', 'en']);
    expect(listings.map(listingTitle)).toEqual(['Py', 'Py · Page 2 of 3', 'Py · Page 3 of 3']);
    expect(new Set(listings.map((page) => pageHead(page).description)).size).toBe(3);
  });

  it('lead from each page of a list to its neighbours, the first and the last', () => {
    const addresses = Array.from({ length: 100 }, () => []);
    expect(pagerNumbers({ number: 1, addresses })).toEqual([1, 2, 100]);
    expect(pagerNumbers({ number: 50, addresses })).toEqual([1, 49, 50, 51, 100]);
    expect(pagerNumbers({ number: 100, addresses })).toEqual([1, 99, 100]);
  });

  it('give an address that two articles claim to the first', () => {
    const second = { ...entry('en/a.md'), path: 'en/A.md' };
    const page = sitePages([entry('en/a.md'), second]).find(({ parts }) => parts[0] === 'a');
    expect(page?.article?.path).toBe('en/A.md');
  });
});

describe('the sitemap', () => {
  const sitemapXml = (pages: readonly SitemapPage[]) => sitemapFiles(pages)[0]?.xml;
  const page = (language: string, slug: string, languages = [language]): SitemapPage => ({
    href: pageHref(language, [slug]),
    translations: languages.map((other) => ({ language: other, href: pageHref(other, [slug]) })),
  });

  it('names every page with its translations, percent-encoded', () => {
    const xml = sitemapXml([page('ar', 'خطأ', ['ar', 'en'])]);
    expect(xml).toContain('<loc>https://mithal.example/ar/%D8%AE%D8%B7%D8%A3/</loc>');
    expect(xml).toContain('hreflang="en" href="https://mithal.example/en/%D8%AE%D8%B7%D8%A3/"');
  });

  it('says when a page was last changed, where that is known', () => {
    expect(sitemapXml([{ ...page('ar', 'a'), updated: '2025-01-01T00:00:00+03:00' }])).toContain(
      '/ar/a/</loc><lastmod>2025-01-01T00:00:00+03:00</lastmod></url>',
    );
    expect(sitemapXml([page('ar', 'a')])).not.toContain('lastmod');
  });

  it('is an index of several files where one would have too many pages', () => {
    const pages = ['a', 'b', 'c'].map((slug) => page('ar', slug));
    const bytes = 1e6;
    expect(sitemapFiles(pages, { pages: 3, bytes })).toHaveLength(1);
    const [index, first, second, ...others] = sitemapFiles(pages, { pages: 2, bytes });
    expect(others).toEqual([]);
    expect([index?.name, first?.name, second?.name]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
    expect(index?.xml.match(/<loc>.*?<\/loc>/g)).toEqual([
      '<loc>https://mithal.example/sitemap-1.xml</loc>',
      '<loc>https://mithal.example/sitemap-2.xml</loc>',
    ]);
    expect(first?.xml.match(/<loc>/g)).toHaveLength(2);
    expect(second?.xml).toContain('<loc>https://mithal.example/ar/c/</loc>');
  });

  it('is one of several files, too, where one would be too large, as with pages in many languages', () => {
    const pages = ['a', 'b', 'c', 'd', 'e'].map((slug) => page('ar', slug, ['ar', 'en']));
    const [whole] = sitemapFiles(pages);
    const bytes = whole?.xml.length ?? 0;
    expect(sitemapFiles(pages, { pages: 9, bytes })).toEqual([whole]);
    const [index, ...parts] = sitemapFiles(pages, { pages: 9, bytes: bytes - 1 });
    expect(index?.xml).toContain('sitemap-2.xml');
    expect(parts.map(({ xml }) => xml.match(/<loc>/g)?.length)).toEqual([4, 1]);
    for (const { xml } of parts) expect(xml.length).toBeLessThan(bytes);
  });
});
