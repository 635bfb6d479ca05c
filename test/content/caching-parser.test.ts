import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Fingerprint } from '../../src/cache/fingerprint.ts';
import { openTextStore, type TextStore } from '../../src/cache/text-store.ts';
import { createCachingParser, openParser } from '../../src/content/caching-parser.ts';

const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };
const code: Fingerprint = { value: 'code', holds: () => true };
const source =
  '# T\n\n## Cause [x](y.md)\n\n```python error=KeyError timeout=3s\nprint({}[1])\n```\n\n```output\n...\n```\n';

/** A store on disk, what was taken out of it, and what was put into it. */
function watchedStore() {
  const onDisk = openTextStore(join(mkdtempSync(join(tmpdir(), 'mithal-parsed-')), 'store'));
  const found: string[] = [];
  const kept: string[] = [];
  const store: Pick<TextStore, 'get' | 'put'> = {
    get(key) {
      const text = onDisk.get(key);
      if (text !== undefined) found.push(text);
      return text;
    },
    put(key, text) {
      kept.push(text);
      onDisk.put(key, text);
    },
  };
  return { store, found, kept };
}

test('articles out of the store are those that the parser makes, down to every property', () => {
  const { store, found } = watchedStore();
  const root = join(import.meta.dirname, '../..');
  const files = globSync(join(root, '{content,test/fixtures}/**/*.md')).filter(
    (file) => !file.includes('node_modules'),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const [path, text] = [relative(root, file), readFileSync(file, 'utf8')];
    const parsed = parseArticle(path, text, site);
    createCachingParser(site, code, store)(path, text);
    expect(createCachingParser(site, code, store)(path, text), path).toStrictEqual(parsed);
  }
  // Of each its content, and its tree.
  expect(found).toHaveLength(2 * files.length);
});

test('anchors made of the names of emoji come out of the store as they were', () => {
  const { store, found } = watchedStore();
  const text = '# T\n\n## Start\n\n## :rocket: Start\n\n# Second {: #last }\n';
  createCachingParser(site, code, store)('ar/a.md', text);
  expect(createCachingParser(site, code, store)('ar/a.md', text)).toStrictEqual(parseArticle('ar/a.md', text, site));
  expect(found).toHaveLength(2);
});

test.each<[string, { path?: string; source?: string; fingerprint?: Fingerprint }]>([
  ['the text', { source: source.replace('3s', '4s') }],
  ['the path', { path: 'ar/b.md' }],
  ['the parser’s code', { fingerprint: { value: 'other code', holds: () => true } }],
])('an article is parsed anew when %s changes', (_what, changed) => {
  const { store, found } = watchedStore();
  createCachingParser(site, code, store)('ar/a.md', source);
  const { path = 'ar/a.md', source: text = source, fingerprint = code } = changed;
  const article = createCachingParser(site, fingerprint, store)(path, text);
  expect(found).toEqual([]);
  expect(article).toStrictEqual(parseArticle(path, text, site));
});

test('of a whole site few trees are held, and the others are those that the parser makes', () => {
  const { store, found } = watchedStore();
  const parse = createCachingParser(site, code, store);
  const paths = Array.from({ length: 100 }, (_, index) => `ar/${index}.md`);
  const articles = paths.map((path) => parse(path, `${source}\n${path}\n`));
  for (const article of articles) {
    const { tree } = article;
    expect(article.tree).toBe(tree);
    expect(tree).toStrictEqual(parseArticle(article.path, article.source, site).tree);
  }
  expect(found.length).toBeGreaterThan(articles.length / 2);
});

test('a tree is taken out of the store when somebody asks for it', () => {
  const { store, found } = watchedStore();
  createCachingParser(site, code, store)('ar/a.md', source);
  const article = createCachingParser(site, code, store)('ar/a.md', source);
  expect(found).toHaveLength(1);
  expect(found[0]).not.toContain('"root"');
  expect(article.tree.type).toBe('root');
  expect(found).toHaveLength(2);
});

test('a tree that the store has lost is parsed anew', () => {
  const parse = createCachingParser(site, code, { get: () => undefined, put() {} });
  const article = parse('ar/a.md', source);
  for (let index = 0; index < 100; index++) parse(`ar/${index}.md`, source);
  expect(article).toStrictEqual(parseArticle('ar/a.md', source, site));
});

test('the languages of the site count, though the text is the same', () => {
  const { store, found } = watchedStore();
  createCachingParser(site, code, store)('en/a.md', source);
  const german = { languages: ['de'], defaultLanguage: 'de' };
  const article = createCachingParser(german, code, store)('en/a.md', source);
  expect(found).toHaveLength(1);
  expect(article).toStrictEqual(parseArticle('en/a.md', source, german));
});

test('what was parsed after an edit of the parser is not kept', () => {
  const { store, found } = watchedStore();
  createCachingParser(site, { ...code, holds: () => false }, store)('ar/a.md', source);
  createCachingParser(site, code, store)('ar/a.md', source);
  expect(found).toEqual([]);
});

test('the project’s parser keeps its articles in the user’s cache, and finds them there', () => {
  const cache = mkdtempSync(join(tmpdir(), 'mithal-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  try {
    const article = openParser(site)('ar/a.md', source);
    const [file = ''] = globSync(join(cache, 'mithal/articles/*'));
    expect(readFileSync(file, 'utf8')).toContain('print({}[1])');
    expect(openParser(site)('ar/a.md', source)).toStrictEqual(article);
  } finally {
    vi.unstubAllEnvs();
  }
});
