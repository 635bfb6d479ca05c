import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { overBudget } from '../../scripts/size/page-budgets.ts';
import { declaredFonts, loadedFonts } from '../../scripts/size/page-fonts.ts';
import { type PageWeight, pageWeights } from '../../scripts/size/page-weights.ts';
import { dist } from './real-site.ts';

const light: PageWeight = {
  path: 'a.html',
  isArticle: true,
  html: 900,
  styles: 0,
  scripts: 0,
  fonts: 0,
  foreign: [],
};

test('the pages of the site are within their budgets', async () => {
  expect(overBudget(await pageWeights(dist, '/'))).toEqual([]);
});

test('a page over its budget is named', () => {
  expect(overBudget([light])).toEqual([]);
  expect(overBudget([{ ...light, styles: 30_000 }])).toHaveLength(2);
  expect(overBudget([{ ...light, fonts: 50_000 }])).toEqual(['a.html loads 50000 bytes of fonts, 45000 are allowed']);
});

test('of fonts those are counted that the letters of a page need', () => {
  const css =
    '@font-face{font-family:A;src:url(/arabic.woff2);unicode-range:U+6??}@font-face{font-family:"B";src:url(/latin.woff2)}' +
    '@font-face{font-family:B;src:url(/accents.woff2)format("woff2");unicode-range:U+A1-FF,U+131}' +
    ':root{--text-font:"A","B",serif;--code-font:"A",monospace}';
  const fontsOf = (body: string) => loadedFonts(`<title>خطأ</title><body>${body}`, declaredFonts(css));
  expect(fontsOf('<p>error')).toEqual(['/latin.woff2']);
  expect(fontsOf('<p>caf&eacute;')).toEqual(['/latin.woff2', '/accents.woff2']);
  expect(fontsOf('<code>é</code>')).toEqual([]);
  expect(fontsOf('<pre>خطأ</pre>')).toEqual(['/arabic.woff2']);
  expect(fontsOf('<nav class="languages"><a>عربي</a></nav><ul><li class=foreign>عربي<li class=foreign>é</ul>')).toEqual(
    [],
  );
});

test('everything that a page loads at once is weighed, once, and what comes later is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mithal-weight-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'a.html':
      '<link rel="stylesheet" href="/b/a.css"><link rel="icon" href="/b/i.svg"><link rel="preload" href="/b/f.woff2" as="font">' +
      '<script type="module" src="/b/a.js"></script><article><img src="//other.example/a.png"></article>',
    'a.css': 'a{}',
    'f.woff2': 'font',
    'a.js': 'import{b}from"./b.js";import("./late.js")',
    'b.js': 'import"./c.js"',
    'c.js': '1',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [page, ...others] = await pageWeights(folder, '/b/');
  expect(others).toEqual([]);
  expect(page).toMatchObject({ isArticle: true, fonts: 4, foreign: ['//other.example/a.png'] });
  const empty = 20;
  expect(page?.styles).toBe(empty + 3);
  expect(page?.scripts).toBeGreaterThan(3 * empty);
  expect(page?.scripts).toBeLessThan(3 * empty + 70);
});
