import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../src/content/settings.ts';
import { exampleOnPage } from './example-on-page.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let folder: string;
let site: ServedSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offline-'));
  await cp(join(readSettings().root, 'dist'), folder, { recursive: true });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  site = await serveSite(folder);
  context = await browser.newContext();
  page = await context.newPage();
  return async () => {
    await context.close();
    await site.close();
  };
});

test('a visited page is there without a network, and runs Python after a first run', async () => {
  await visit('en/python/key-error/');
  await runFirst('1');
  await context.setOffline(true);
  await site.close();
  await page.reload();
  expect(await page.locator('h1').textContent()).toContain('KeyError');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Readex Pro');
  await runFirst('2');
  await expect(page.goto(new URL('en/python/zero-division-error/', site.url).href)).rejects.toThrow();
});

test('a new build takes the place of the old one at the next visit', async () => {
  await visit('en/python/key-error/');
  const file = join(folder, 'en/python/key-error/index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replace('</h1>', ' (new)</h1>'));
  await page.reload();
  expect(await page.locator('h1').textContent()).toContain('(new)');
});

test('what is asked for with another query every time is kept once', async () => {
  await visit('search/en/');
  for (const query of ['KeyError', 'TypeError']) {
    await page.goto(new URL(`search/en/?q=${query}`, site.url).href);
    await page.locator('.search-list [role=option]').first().waitFor();
  }
  const kept = await page.evaluate(async () => (await (await caches.open('pages')).keys()).map(({ url }) => url));
  expect(kept.filter((url) => url.includes('/en/pagefind-entry.json'))).toHaveLength(1);
  expect(kept.filter((url) => url.includes('/search/en/'))).toHaveLength(1);
});

test('a new build does not keep the reader waiting while the visited pages are fetched again', async () => {
  await visit('en/python/key-error/');
  site.takeRequests();
  const release = site.hold('/en/python/key-error/');
  const worker = join(folder, 'service-worker.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// another build`);
  await page.evaluate(async () => {
    void (await navigator.serviceWorker.ready).update();
  });
  await expect.poll(() => site.takeRequests(), { timeout: 20_000 }).toContain('/en/python/key-error/');
  await page.goto(new URL('en/python/zero-division-error/', site.url).href, { timeout: 10_000 });
  expect(await page.locator('h1').textContent()).toContain('ZeroDivisionError');
  release();
});

test('a page that is open goes on working when a new build has other files', async () => {
  await visit('en/javascript/type-error/');
  const names = (await readdir(join(folder, '_astro'))).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, '_astro', name), 'utf8')));
  const [tools = ''] = names.filter((_, index) => texts[index]?.includes('example-stop'));
  await rename(join(folder, '_astro', tools), join(folder, '_astro/another.js'));
  const worker = join(folder, 'service-worker.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replaceAll(`/${tools}`, '/another.js'));
  const changed = page.evaluate(
    () => new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)),
  );
  const other = await context.newPage();
  await other.goto(new URL('en/', site.url).href);
  await changed;
  const example = exampleOnPage(page, 0);
  await example.run();
  await example.untilOver();
  expect(await example.printed()).toContain('TypeError');
});

async function visit(path: string): Promise<void> {
  await page.goto(new URL(path, site.url).href);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });
}

async function runFirst(text: string): Promise<void> {
  const example = exampleOnPage(page, 0);
  await example.setProgram(`print(${text})`);
  await example.run();
  await example.untilOver();
  expect(await example.printed()).toBe(text);
}
