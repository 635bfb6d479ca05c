import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { brokenReferences } from './broken-references.ts';
import { readFiles } from './built-site.ts';
import { articles, dist, listed, sorted } from './real-site.ts';

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
      sorted(listed.map(({ path }) => path)),
    );
  });

  test('is named to crawlers', async () => {
    const robots = await readFile(join(dist, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: ${new URL('sitemap.xml', config.url).href}\n`);
  });
});

describe('the search index', () => {
  test('has the articles of every language, and only them', async () => {
    const { languages } = JSON.parse(await readFile(join(dist, 'pagefind/pagefind-entry.json'), 'utf8')) as {
      languages: Record<string, { page_count: number }>;
    };
    const counts = Object.fromEntries(Object.entries(languages).map(([name, { page_count }]) => [name, page_count]));
    const articlesOf = Map.groupBy(articles, ({ address }) => address.language);
    expect(counts).toEqual(Object.fromEntries(Array.from(articlesOf, ([language, own]) => [language, own.length])));
  });

  test('is there for the search field', async () => {
    const files = await readFiles(join(dist, 'pagefind'));
    expect(files).toContain('pagefind.js');
    expect(files.filter((file) => file.endsWith('.pf_index')).length).toBeGreaterThanOrEqual(2);
  });
});
