import { join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overBudget } from '../../scripts/size/page-budgets.ts';
import { pageWeights } from '../../scripts/size/page-weights.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { buildLanguagesSite, type LanguagesSite, languages } from '../languages-site.ts';
import { brokenReferences } from './broken-references.ts';
import { type BuiltPage, find, property, readPages } from './built-site.ts';

let built: LanguagesSite;
let pages: ReadonlyMap<string, BuiltPage>;

beforeAll(async () => {
  built = buildLanguagesSite('test/fixtures/direction', {
    'ar/python/key-error.md': '# الخطأ KeyError\n\n## ملخص\n\nالمفتاح غائب.\n\n## حل\n\nاستعمل `get()`.\n',
    'he/python/key-error.md': '# השגיאה KeyError\n\nהמפתח חסר.\n',
  });
  pages = await readPages(built.dist);
}, 300_000);

afterAll(() => built?.remove());

const treeOf = (path: string): BuiltPage['tree'] => {
  const page = pages.get(path);
  if (!page) throw new Error(`there is no ${path} among ${[...pages.keys()].join(' ')}`);
  return page.tree;
};

describe.each(languages)('a site in five languages, in %s', (language) => {
  test('says so of its pages, with the direction of the language', () => {
    const dir = language === 'en' ? 'ltr' : 'rtl';
    expect(find('html', treeOf(`/${language}/`)).properties).toMatchObject({ lang: language, dir });
    expect(find('html', treeOf(`/${language}/direction/`)).properties).toMatchObject({ lang: language, dir });
  });

  test('names everything in its own words, for readers of a screen too', () => {
    const { tree } = pages.get(`/${language}/direction/`) as BuiltPage;
    const told = selectAll('[aria-label], [placeholder]', tree)
      .flatMap((element) => [property('ariaLabel', element), property('placeholder', element)])
      .filter((text) => text !== undefined);
    const english = new Set(textsOf(labelsOf('en')));
    expect(told.length).toBeGreaterThan(5);
    if (language !== 'en') expect(told.filter((text) => english.has(text))).toEqual([]);
  });

  test('leads to the same article in every other language', () => {
    const links = selectAll('.languages a', treeOf(`/${language}/direction/`));
    expect(links.map((link) => [property('lang', link), property('href', link)])).toEqual(
      languages.filter((other) => other !== language).map((other) => [other, `/${other}/direction/`]),
    );
  });

  test('tells search engines of every translation, itself, and the default one', () => {
    expect(alternatesOf(treeOf(`/${language}/direction/`))).toEqual([...languages, 'x-default']);
  });
});

test('no page loads more fonts than its budget has', async () => {
  expect(overBudget(await pageWeights(built.dist, '/')).filter((fault) => fault.includes('fonts'))).toEqual([]);
});

test('an article in two languages leads to the home pages of the others, and search engines to its translation only', () => {
  const tree = treeOf('/he/python/key-error/');
  expect(alternatesOf(tree)).toEqual(['ar', 'he', 'x-default']);
  const links = Object.fromEntries(
    selectAll('.languages a', tree).map((link) => [property('lang', link), property('href', link)]),
  );
  expect(links).toEqual({ ar: '/ar/python/key-error/', en: '/en/', fa: '/fa/', ur: '/ur/' });
});

test('the page for missing addresses speaks all five, each in its direction', () => {
  const sections = selectAll('.not-found section', treeOf('/404.html'));
  expect(sections.map((section) => [property('lang', section), property('dir', section)])).toEqual([
    ['ar', 'rtl'],
    ['en', 'ltr'],
    ['fa', 'rtl'],
    ['he', 'rtl'],
    ['ur', 'rtl'],
  ]);
  for (const section of sections)
    expect(toText(section)).toContain(labelsOf(property('lang', section) ?? '').notFoundTitle);
});

test('nothing leads nowhere', async () => {
  expect(await brokenReferences(join(built.dist), 'https://mithal.example/')).toEqual([]);
});

function alternatesOf(tree: BuiltPage['tree']): readonly (string | undefined)[] {
  return selectAll('link[rel=alternate][hreflang]', tree).map((link) => property('hrefLang', link));
}

function textsOf(labels: object): readonly string[] {
  return Object.values(labels).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value as object)));
}
