import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageWeights } from '../../scripts/page-weights.ts';
import { readSettings } from '../../src/content/settings.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

const dist = join(readSettings().root, 'dist');
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(dist);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test('the fonts that are counted for a page are those that a browser loads for it', async () => {
  const weights = await pageWeights(dist, '/');
  // The entrance leads on to another page; of the articles some.
  const pages = weights.filter(
    ({ path, isArticle }, index) => path !== 'index.html' && (!isArticle || index % 8 === 0),
  );
  for (const { path, fonts } of pages) {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    site.takeRequests();
    await page.goto(site.url + path);
    await page.evaluate(() => document.fonts.ready);
    const loaded = new Set(site.takeRequests().filter((request) => request.endsWith('.woff2')));
    const bytes = Array.from(loaded, (file) => statSync(join(dist, file)).size).reduce((all, size) => all + size, 0);
    expect([path, bytes]).toEqual([path, fonts]);
    await page.close();
  }
});
