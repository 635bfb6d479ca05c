import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject } from '../copy-project.ts';
import { brokenReferences } from './broken-references.ts';
import { type BuiltPage, find, meta, property, readPages } from './built-site.ts';

const url = 'https://docs.example.org/errors/mithal/';

const articles = {
  'ConnectionRefusedError.md': readFileSync('test/fixtures/seed/ConnectionRefusedError.md'),
  'ar/search.md': '# البحث الثنائي\n\nمقالة اسمها اسم صفحة البحث، ووصفها طويل بما يكفي.\n\n[المسودة](draft.md)\n',
  'ar/draft.md': '---\ndraft: true\n---\n\n# مسودة\n\n```js\nthrow new Error("not yet")\n```\n\n[بلا هدف](none.md)\n',
  'ar/links.md':
    '# روابط\n\n[البحث](search.md) و[البذرة](../ConnectionRefusedError.md#ملخص) و[ملف](/favicon.svg) و[القسم](/ar/)\n',
  'ar/renamed.md':
    '---\nredirect_from:\n  - /ar/قديم/\n  - /old/page.html\n  - /ar/rss.xml/\n---\n\n# أُعيدت تسميتها\n\nمقالة لها عنوان قديم.\n',
  'en/script.md': '# Script\n\nBefore.\n\n<script>alert("unwanted")</script>\n\n<p onclick="alert(2)">After.</p>\n',
};

describe('a site of other articles, below a path, with a draft and with a script in it', () => {
  let copy = '';
  let printed = '';
  let pages: ReadonlyMap<string, BuiltPage>;
  const page = (path: string): BuiltPage => {
    const found = pages.get(path);
    if (!found) throw new Error(`there is no ${path} among ${[...pages.keys()].join(' ')}`);
    return found;
  };

  beforeAll(async () => {
    copy = copyProject(articles);
    const config = join(copy, 'src/config.ts');
    writeFileSync(config, readFileSync(config, 'utf8').replace(/url: '[^']+'/, `url: '${url}'`));
    const build = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: copy, encoding: 'utf8', timeout: 240_000 });
    printed = build.stdout + build.stderr;
    pages = await readPages(join(copy, 'dist'));
  }, 300_000);

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('reports the script and the redirect from a file of the site as its only errors', () => {
    const errors = printed.split('\n').filter((line) => line.startsWith('error:'));
    expect(errors.length, printed).toBeGreaterThan(1);
    expect(
      errors.filter((line) => !line.startsWith('error: content/en/script.md:')),
      printed,
    ).toEqual([expect.stringMatching(/^error: content\/ar\/renamed\.md:5:5 .*\/ar\/rss\.xml\/ .*\[redirect-file\]$/)]);
  });

  test.each(['/ar/قديم/', '/old/page.html'])('leads on from an address an article had before: %s', (path) => {
    const { tree } = page(path);
    const target = '/errors/mithal/ar/renamed/';
    expect(property('content', select('meta[http-equiv=refresh]', tree))).toBe(`0; url=${target}`);
    expect(property('href', select('link[rel=canonical]', tree))).toBe(new URL(target, url).href);
    expect(property('href', select('a', tree))).toBe(target);
    expect(readFileSync(join(copy, 'dist/sitemap.xml'), 'utf8')).not.toContain(encodeURI(path));
  });

  test('has its feeds, indexes and pictures below its path', () => {
    const read = (path: string): string => readFileSync(join(copy, 'dist', path), 'utf8');
    for (const path of ['llms.txt', 'ar/llms.txt', 'ar/rss.xml', 'sitemap.xml', 'robots.txt']) {
      const addresses = Array.from(read(path).matchAll(/https:\/\/docs[^\s<>")]*/g), ([address]) => address);
      expect(addresses.length, path).toBeGreaterThan(0);
      expect(
        addresses.filter((address) => !address.startsWith(url)),
        path,
      ).toEqual([]);
    }
    expect(existsSync(join(copy, 'dist/ar/renamed/card.png'))).toBe(true);
    expect(read('ar/links/index.md')).toContain(`[البحث](${url}ar/search/)`);
  });

  test('sends no reader the script', () => {
    const { html, tree } = page('/en/script/');
    expect(html).not.toMatch(/unwanted|alert\(|onclick/);
    expect(toText(find('article', tree))).toContain('After.');
  });

  test('keeps every reference below its path', async () => {
    expect(await brokenReferences(join(copy, 'dist'), url)).toEqual([]);
    const links = selectAll('.text a', page('/ar/links/').tree).map((link) => property('href', link));
    expect(links.map((href) => decodeURIComponent(href ?? ''))).toEqual([
      '/errors/mithal/ar/search/',
      '/errors/mithal/ar/connectionrefusederror/#ملخص',
      '/errors/mithal/favicon.svg',
      '/errors/mithal/ar/',
    ]);
  });

  test('does not publish the draft, tells its author so, and shows links to it as words', () => {
    expect(existsSync(join(copy, 'dist/ar/draft'))).toBe(false);
    for (const { html, path } of pages.values()) expect(html, path).not.toContain('/draft');
    expect(readFileSync(join(copy, 'dist/sitemap.xml'), 'utf8')).not.toContain('draft');
    const words = find('.text p > span', page('/ar/search/').tree);
    expect(toText(words)).toBe('المسودة');
    expect(printed).toMatch(/^warning: content\/ar\/search\.md:5:1 .*ar\/draft\.md, which is a draft/m);
    expect(printed).toMatch(/^warning: content\/ar\/draft\.md:8:7 .*uncaught error/m);
    expect(printed).toMatch(/^warning: content\/ar\/draft\.md:11:1 .*none\.md/m);
    expect(printed).toContain('1 of them drafts');
  });

  test('has an article called "search" beside its search page', () => {
    expect(toText(find('h1', page('/ar/search/').tree))).toContain('البحث الثنائي');
    const search = page('/search/ar/').tree;
    expect(property('action', select('form', search))).toBe('/errors/mithal/search/ar/');
    expect(toText(find('h1', search))).toBe('البحث');
  });

  test('shows the article as it came from elsewhere, verified, with what it printed', () => {
    const { tree } = page('/ar/connectionrefusederror/');
    expect(find('html', tree).properties).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(meta('description', tree)).toMatch(/^ConnectionRefusedError هو استثناء .*\.$/);
    const outputs = selectAll('.example-output-text', tree).map((output) => toText(output));
    expect(outputs).toEqual([
      'تم رفض الاتصال. تحقق مما إذا كان الخادم يعمل.',
      'فشل الاتصال بالخادم. تحقق من أنه قيد التشغيل.',
    ]);
    const marks = selectAll('.example-status', tree);
    expect(marks.map((mark) => [property('dataStatus', mark), toText(mark).includes('CPython 3.14')])).toEqual([
      ['verified', true],
      ['verified', true],
    ]);
  });
});
