import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSearchIndexes } from '../../scripts/build/search-index.ts';
import { indexesFile, searchFolder } from '../../src/browser/search-files.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { readSettings } from '../../src/content/settings.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { buildLanguagesSite, type LanguagesSite, languages } from '../languages-site.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const folder = 'test/fixtures/search';
let built: LanguagesSite;
let site: ServedSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  built = buildLanguagesSite(folder, { 'ar/zoo.md': zoo });
  site = await serveSite(built.dist);
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  built?.remove();
});

const zoo = `# حديقة الحيوان

\`\`\`python
animal = {"الاسم": "زرافة", "الطول": "5 (أمتار)."}
\`\`\`
`;

test('a line of code in a result keeps its order', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${site.url}search/ar/?q=زرافة`);
  const excerpt = page.locator('.result-text', { hasText: 'animal' });
  await excerpt.waitFor();
  const order = await excerpt.evaluate((element) => {
    const pieces = ['animal', '{', 'الاسم', 'زرافة', 'الطول', '.', 'أمتار', '5', '}'];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lefts = new Map<string, number>();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const piece of pieces) {
        const at = node.data.indexOf(piece);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + piece.length);
        lefts.set(piece, range.getBoundingClientRect().left);
      }
    }
    return pieces.toSorted((a, b) => (lefts.get(a) ?? 0) - (lefts.get(b) ?? 0));
  });
  expect(order).toEqual(['animal', '{', 'الاسم', 'زرافة', 'الطول', '.', 'أمتار', '5', '}']);
});

/** Queries by the article that has to come first. */
const wanted = {
  'ar/connection-refused': [
    'ConnectionRefusedError',
    'connectionrefusederror',
    'connection refused',
    'connection_refused',
    'refused',
    'refus',
    'ECONNREFUSED',
    'econnrefused',
    'errno 111',
    'Errno ١١١',
    '[Errno 111] Connection refused',
    'ConnectionRefusedError: [Errno 111] Connection refused',
    'رُفِضَ الاتِّصال',
    'رفض الاتصال',
    'إتصال',
    'بالاتصال',
    'واتصالهم',
    'المنفذ',
    'منفذ',
    'منافذ',
    'المنافذ',
    'للمنفذ',
    'بمنفذه',
    'خوادم',
    'الخادم',
    'خادمها',
    'لماذا رفض الاتصال',
    'الخادم لا يرد أبدًا',
    'اعدادات',
    'إعداداته',
  ],
  'ar/key-error': [
    'keyerror',
    'مفتاح',
    'المفاتيح',
    'مفاتيحها',
    'قاموس',
    'القواميس',
    'بالقاموس',
    'key error',
    'ناقص KeyError',
    'كيف أصلح KeyError',
    'حل مشكلة KeyError',
    'ما معنى keyerror؟',
    'why do I get KeyError',
  ],
  'ar/zero-division': ['القسمه علي صفر', 'قسمة', 'القسمة على الصفر', 'zerodivision', 'division by zero', 'حسابيّة'],
  'ar/type-error': ['خصائص', 'خاصية', 'الخاصيه', 'قرائة', 'مسئولية', 'كائن', 'undefined', 'جافاسكربت', 'TypeError'],
  'ar/file-not-found': ['ENOENT', 'filenotfound', 'مجلدات', 'مسارات', 'صلاحية', 'PermissionError'],
  'ar/unicode': ['utf8', 'utf-8', 'cp1256', 'UnicodeDecodeError', 'الترميز', 'decode'],
  'en/connection-refused': ['refused', 'refuse', 'connection_refused', 'retry', '111', 'ECONNREFUSED', 'listening'],
  'en/key-error': [
    'key error',
    'dictionaries',
    'defaultdict',
    'key',
    'missing key',
    'how to fix KeyError',
    'what does KeyError',
    'how to read a missing key of the connection',
  ],
  'en/module-not-found': ['No module named requests', 'modulenotfound', 'module not found', 'sys.path'],
  'en/invalid-url': ['ERR_INVALID_URL', 'invalid url', 'err_invalid'],
  'fa/connection-refused': ['خطاي اتصال', 'اتصال‌ها', 'برنامه ای', 'گوش نمیدهد', 'refused', '۱۱۱'],
  'fa/key-error': ['كليد', 'کلیدها', 'کلید‌های', 'واژه نامه', 'واژهنامه', 'برنامه‌نویس', 'چگونه رفع خطای KeyError'],
  'he/key-error': ['מפתח', 'המפתחות', 'מִילּוֹן', 'במילון', 'keyerror', 'איך לתקן KeyError'],
  'he/connection-refused': ['חיבור', 'החיבורים', 'שרת', 'refused'],
  'ur/key-error': ['کنجیاں', 'كنجي', 'لغت', 'KeyError', 'مسئلہ KeyError کیسے'],
  'ur/connection-refused': ['رابطہ', 'رابطه', 'سرور', 'سرور چلائیں'],
};

describe.each(Object.entries(wanted))('%s comes first', (article, queries) => {
  test.for(queries)('for %s', async (query) => {
    const [language = ''] = article.split('/');
    await page.goto(`${site.url}search/${language}/?${new URLSearchParams({ q: query })}`);
    const first = page.locator('.search-list [role=option]').first();
    await first.waitFor({ timeout: 10_000 });
    expect(new URL((await first.getAttribute('href')) ?? '', site.url).pathname).toBe(`/${article}/`);
  });
});

describe('the parts of a language with very many articles', () => {
  let parts: Page;
  beforeAll(async () => {
    const { articles } = await readArticles(folder, { languages, defaultLanguage: 'ar' });
    const arabic = articles.filter(({ address }) => address.language === 'ar');
    const dist = await mkdtemp(join(tmpdir(), 'mithal-parts-'));
    await cp(built.dist, dist, { recursive: true });
    const folders = { site: join(dist, searchFolder), earlier: join(dist, 'none') };
    await writeSearchIndexes(folders, arabic, { value: '', holds: () => false }, () => {}, 2);
    expect(JSON.parse(await readFile(join(folders.site, indexesFile), 'utf8')).length).toBeGreaterThan(1);
    const served = await serveSite(dist);
    parts = await (await browser.newContext({ serviceWorkers: 'block', baseURL: served.url })).newPage();
    return async () => {
      await served.close();
      await rm(dist, { recursive: true });
    };
  }, 120_000);

  const own = Object.entries(wanted).filter(([article]) => article.startsWith('ar/'));
  test.for(own.flatMap(([article, queries]) => queries.slice(0, 4).map((query) => [article, query] as const)))(
    'are searched together (%s for %s)',
    async ([article, query]) => {
      await parts.goto(`search/ar/?${new URLSearchParams({ q: query })}`);
      const first = parts.locator('.search-list [role=option]').first();
      await first.waitFor({ timeout: 10_000 });
      expect(await first.getAttribute('href')).toContain(`/${article}/`);
    },
  );
});

describe('what is not there', () => {
  test.for([
    ['ar', 'طماطم'],
    ['en', 'xylophone'],
    ['he', 'עגבניה'],
  ] as const)('is said not to be found (%s, %s)', async ([language, query]) => {
    await page.goto(`${site.url}search/${language}/?${new URLSearchParams({ q: query })}`);
    await expect.poll(() => page.locator('.search-summary').textContent()).toContain(query);
    expect(await page.locator('.search-list [role=option]').count()).toBe(0);
  });
});

describe('what only another language has', () => {
  test('is found there, in its own direction', async () => {
    await page.goto(`${site.url}search/ar/?q=ERR_INVALID_URL`);
    const first = page.locator('.search-list [role=option]').first();
    await first.waitFor();
    expect(await page.locator('.search-summary').textContent()).toMatch(/«ERR_INVALID_URL».* بلغات أخرى: /);
    expect([await first.getAttribute('lang'), await first.getAttribute('dir')]).toEqual(['en', 'ltr']);
    expect(new URL((await first.getAttribute('href')) ?? '', site.url).pathname).toMatch(/^\/en\//);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('a result', () => {
  test('shows the original text, with what was searched for marked', async () => {
    await page.goto(`${site.url}search/ar/?q=${encodeURIComponent('منافذ')}`);
    const first = page.locator('.search-list [role=option]').first();
    await first.waitFor();
    expect(await first.locator('.result-title').textContent()).toBe(
      'الخطأ ConnectionRefusedError في بايثون: لماذا رُفض الاتصال؟',
    );
    expect(await first.locator('.result-text mark').first().textContent()).toBe('المنفذ');
    expect(await first.locator('.result-text').textContent()).toContain('أيُّ برنامجٍ إلى المنفذ المطلوب');
  });

  test('marks no word that only begins with a letter of the query', async () => {
    await page.goto(`${site.url}search/en/?q=why+do+I+see+refused`);
    const marks = page.locator('.search-list [role=option] mark');
    await marks.first().waitFor();
    expect((await marks.allTextContents()).filter((text) => /^i/i.test(text))).toEqual([]);
  });

  test('leads to the section that has it', async () => {
    await page.goto(`${site.url}search/en/?q=retry`);
    const first = page.locator('.search-list [role=option]').first();
    await first.waitFor();
    await first.click();
    await page.waitForURL('**/en/connection-refused/#retrying');
  });
});

describe('the field of a page', () => {
  test('loads nothing before it is used', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const fresh = await context.newPage();
    const asked: string[] = [];
    fresh.on('request', (request) => asked.push(request.url()));
    await fresh.goto(`${site.url}ar/key-error/`);
    await fresh.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
    expect(asked.filter((url) => url.endsWith('.js'))).toHaveLength(1);
    await fresh.keyboard.press('/');
    await expect.poll(() => asked.some((url) => url.endsWith('pagefind.js'))).toBe(true);
    await context.close();
  });

  test('is reached by Control and the key of K on an Arabic keyboard', async () => {
    await page.goto(`${site.url}ar/key-error/`);
    const devtools = await page.context().newCDPSession(page);
    const key = { key: 'ن', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  test.for(['/', 'Control+k'])('is reached by %s, its results by arrows, and left by Escape', async (keys) => {
    await page.goto(`${site.url}ar/key-error/`);
    await page.keyboard.press(keys);
    const field = page.locator('search input');
    await field.pressSequentially('منفذ');
    const options = page.locator('.search-list [role=option]');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('search [role=status]').textContent()).toMatch(/نتيج|نتائج/);
    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('ArrowUp');
    expect(await field.getAttribute('aria-activedescendant')).toBe(null);
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-results').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  test('opens a chosen result by Enter', async () => {
    await page.goto(`${site.url}en/key-error/`);
    await page.keyboard.press('/');
    await page.keyboard.type('retry');
    await page.locator('.search-list [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/connection-refused/#retrying');
  });

  test('shows more results once, however fast they are asked for, or says why not', async () => {
    const large = await serveSite(join(readSettings().root, 'dist'));
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const fresh = await context.newPage();
    await fresh.goto(`${large.url}search/en/?q=error`);
    const options = fresh.locator('.search-list [role=option]');
    await options.nth(7).waitFor();
    const texts = '**/pagefind/*/text/*.json';
    await fresh.route(texts, (route) => route.fulfill({ status: 503 }));
    await fresh.locator('.search-more').click();
    await fresh.locator('.search-summary').getByText(labelsOf('en').search.failed).waitFor();
    expect(await options.count()).toBe(8);
    await fresh.unroute(texts);
    await fresh.route(texts, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await fresh.locator('.search-more').dblclick();
    await options.nth(8).waitFor();
    const addresses = await options.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    await context.close();
    await large.close();
  });

  test('says without JavaScript that the search needs it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.url}search/en/?q=retry`);
    expect(await plain.locator('main').textContent()).toContain('The search needs JavaScript');
    await context.close();
  });
});
