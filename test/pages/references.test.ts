import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { brokenReferences } from './broken-references.ts';
import { property, readFiles } from './built-site.ts';
import { addressOf, articles, dist, listed, pageOf, sorted, tracebacks } from './real-site.ts';

test('every reference of every page leads somewhere', async () => {
  expect(await brokenReferences(dist, config.url)).toEqual([]);
});

describe('the sitemap', () => {
  test('names every page once, and nothing else', async () => {
    const xml = await readFile(join(dist, 'sitemap.xml'), 'utf8');
    const named = Array.from(xml.matchAll(/<loc>([^<]+)<\/loc>/g), ([, loc = '']) => new URL(loc));
    const base = new URL(config.url).pathname;
    expect(new Set(named.map(({ origin }) => origin))).toEqual(new Set([new URL(config.url).origin]));
    expect(sorted(named.map(({ pathname }) => `/${decodeURIComponent(pathname.slice(base.length))}`))).toEqual(
      sorted([...listed, ...tracebacks].map(({ path }) => path)),
    );
  });

  test('is named to crawlers', async () => {
    const robots = await readFile(join(dist, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: ${new URL('sitemap.xml', config.url).href}\n`);
  });
});

describe('for programs', () => {
  test.each(articles.map((article) => [article.path, article] as const))(
    'stands the Markdown of %s',
    async (_, article) => {
      const link = select('link[type="text/markdown"]', pageOf(article).tree);
      const path = new URL(property('href', link) ?? '', new URL(addressOf(article), config.url)).pathname;
      expect(await readFile(join(dist, decodeURIComponent(path)), 'utf8')).toMatch(/^# .+\n\n/);
    },
  );

  test('the indexes name every article once, by an address that exists', async () => {
    const files = new Set(await readFiles(dist));
    const root = await readFile(join(dist, 'llms.txt'), 'utf8');
    const indexes = pathsIn(root);
    expect(indexes).toEqual(config.languages.map((language) => `${language}/llms.txt`));
    const named = (await Promise.all(indexes.map((path) => readFile(join(dist, path), 'utf8')))).flatMap(pathsIn);
    expect(named.filter((path) => !files.has(path))).toEqual([]);
    expect(sorted(named)).toEqual(sorted(articles.map((article) => `${addressOf(article).slice(1)}index.md`)));
  });

  test.each(config.languages)('the feed has whole addresses of pages: %s', async (language) => {
    const xml = await readFile(join(dist, language, 'rss.xml'), 'utf8');
    const links = Array.from(xml.matchAll(/<item>.*?<link>([^<]+)/g), ([, link = '']) => new URL(link).pathname);
    const own = articles.filter(({ address }) => address.language === language);
    expect(links).toHaveLength(Math.min(30, own.length));
    for (const link of links) expect(own.map(addressOf)).toContain(decodeURIComponent(link));
  });
});

/** Paths of the links of a Markdown list, from the site's root. */
function pathsIn(markdown: string): readonly string[] {
  const links = Array.from(markdown.matchAll(/^- \[.*?\]\((\S+)\)/gm), ([, url = '']) => new URL(url).pathname);
  return links.map((path) => decodeURIComponent(path).slice(new URL(config.url).pathname.length));
}

describe('the search index', () => {
  test('has the articles of every language, and only them', async () => {
    const read = async (path: string) => JSON.parse(await readFile(join(dist, 'pagefind', path), 'utf8'));
    const counts: Record<string, number> = {};
    for (const language of await read('indexes.json')) {
      const entry = await read(`${language}/pagefind-entry.json`);
      expect(Object.keys(entry.languages)).toEqual([language]);
      counts[language] = entry.languages[language].page_count;
    }
    const articlesOf = Map.groupBy(articles, ({ address }) => address.language);
    expect(counts).toEqual(Object.fromEntries(Array.from(articlesOf, ([language, own]) => [language, own.length])));
  });

  test('is there for the search field', async () => {
    for (const code of config.languages) {
      const files = await readFiles(join(dist, 'pagefind', code));
      for (const name of ['pagefind.js', 'pagefind-worker.js', '.pf_meta', '.pf_index', '.pagefind'])
        expect(files.filter((file) => file.endsWith(name)).length).toBeGreaterThanOrEqual(1);
    }
  });
});
