import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useSite } from './use-site.ts';

const opened = useSite();

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
    context = await opened.browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  });
  afterAll(() => context?.close());

  test.for(addresses)('/%s has nothing that bars a reader', async (address) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(opened.site.url + address);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    // What the Content-Security-Policy refuses is told there.
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test.for(['ar', 'en'])('in %s a heading, and the link to its section, is called what it says', async (language) => {
  const page = await opened.browser.newPage();
  await page.goto(`${opened.site.url}${language}/python/connection-refused-error/`);
  // Its links are called the same.
  await page.locator('.contents').evaluate((contents) => contents.remove());
  const written = await page.locator('.text :is(h2, h3)').allTextContents();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = (role: string) =>
    nodes.filter((node) => node.role?.value === role).map(({ name }) => String(name?.value));
  const isWritten = (name: string) => written.includes(name);
  expect(named('heading').filter(isWritten)).toEqual(written);
  expect(named('link').filter(isWritten)).toEqual(written);
  await page.close();
});

test.for(addresses)('/%s has nothing on paper that only leads elsewhere or is pressed', async (address) => {
  const page = await opened.browser.newPage();
  await page.goto(opened.site.url + address);
  await page.emulateMedia({ media: 'print' });
  const shown = page.locator(':is(nav, button, .related):visible');
  expect(await shown.evaluateAll((elements) => elements.map((element) => element.outerHTML))).toEqual([]);
  await page.close();
});

describe('at 320 pixels, which is a desktop window at 400 %', () => {
  test.for(addresses)('/%s is read without scrolling sideways', async (address) => {
    const page = await opened.browser.newPage({ viewport: { width: 320, height: 256 } });
    await page.goto(opened.site.url + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});
