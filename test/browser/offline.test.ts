import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  site = await serveSite(folder);
  browser = await openBrowser();
  context = await browser.newContext();
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
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
  await context.setOffline(false);
});

test('a new build takes the place of the old one at the next visit', async () => {
  site = await serveSite(folder);
  await visit('en/python/key-error/');
  const file = join(folder, 'en/python/key-error/index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replace('</h1>', ' (new)</h1>'));
  await page.reload();
  expect(await page.locator('h1').textContent()).toContain('(new)');
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
