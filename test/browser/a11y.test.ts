import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/content/settings.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite(join(readSettings().root, 'dist'));
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Every kind of page, in both directions. */
const addresses = [
  ...['ar', 'en'].flatMap((language) => [
    `${language}/`,
    `${language}/python/`,
    `${language}/python/connection-refused-error/`,
    `${language}/guide/writing-articles/`,
    `search/${language}/`,
    `traceback/${language}/`,
  ]),
  '404.html',
];

const looks = [
  { name: 'phone, light', width: 390, colorScheme: 'light' },
  { name: 'phone, dark', width: 390, colorScheme: 'dark' },
  { name: 'desktop, light', width: 1440, colorScheme: 'light' },
  { name: 'desktop, dark', width: 1440, colorScheme: 'dark' },
] as const;

describe.each(looks)('on a $name', ({ width, colorScheme }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  });
  afterAll(() => context?.close());

  test.for(addresses)('/%s has nothing that bars a reader', async (address) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(site.url + address);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    // What the Content-Security-Policy refuses is told there.
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('at 320 pixels, which is a desktop window at 400 %', () => {
  test.for(addresses)('/%s is read without scrolling sideways', async (address) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
    await page.goto(site.url + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
