import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const labels = labelsOf('en');
const address = 'en/javascript/type-error/';
const patience = { timeout: 10_000 };

const opened = useSite();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await opened.browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    // Its requests cannot be held up.
    serviceWorkers: 'block',
  });
  page = await context.newPage();
  return () => context.close();
});

describe('with the tools still on their way, nothing that a reader does is lost:', () => {
  beforeEach(async () => {
    let scripts = 0;
    await page.route('**/*.js', async (route) => {
      // The first is that of the page.
      if (scripts++ > 0) await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.goto(opened.site.url + address);
  });

  test('a press of Run', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#Example-1 .example-run')?.click());
    const example = exampleOnPage(page, 0);
    await example.untilOver();
    expect(await example.status()).toBe(labels.run.endedWithError);
  });

  test('a press of Edit by the keyboard', async () => {
    await page.locator('#Example-1 .example-edit').press('Enter');
    await page.locator('#Example-1 .cm-content:focus').waitFor();
  });

  test('a press of Copy, and of a heading’s link', async () => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const block = page.locator('.plain-block').first();
    await block.locator('.copy').click();
    await expect.poll(clipboard, patience).toBe(await block.locator('pre').textContent());
    await expect.poll(() => block.locator('.copy').textContent(), patience).toBe(labels.copied);
    await expect.poll(() => page.locator('body > [role=status]').textContent(), patience).toBe(labels.copied);
    await expect.poll(() => block.locator('.copy').textContent(), patience).toBe(labels.copyCode);
    const example = page.locator('#Example-1');
    await example.locator('.copy').click();
    await expect.poll(clipboard, patience).toBe(await example.locator('pre.code').textContent());
    const heading = page.locator('h2#summary .anchor');
    const copied = await clipboard();
    await heading.click({ position: { x: 5, y: 10 } });
    await page.waitForURL('**#summary');
    expect(await clipboard()).toBe(copied);
    await clickSign(heading);
    await expect.poll(clipboard, patience).toBe(`${opened.site.url}${address}#summary`);
  });

  test('what is typed into the search', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('KeyError');
    expect(await page.locator('input[type=search]').inputValue()).toBe('KeyError');
    await page.locator('.search-list [role=option]').first().waitFor();
  });

  test('the choice of colours', async () => {
    await page.locator('.theme select').selectOption('dark');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme']), patience).toBe('dark');
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.locator('.theme').hover();
    await expect.poll(() => page.locator('.theme select').inputValue(), patience).toBe('dark');
  });
});

test('a page loads one script and no more, until its reader gives a sign', async () => {
  const scripts = () => opened.site.takeRequests().filter((path) => path.endsWith('.js'));
  scripts();
  await page.goto(opened.site.url + address, { waitUntil: 'networkidle' });
  expect(scripts()).toHaveLength(1);
  await page.mouse.move(200, 200);
  await expect.poll(() => scripts().length).toBeGreaterThan(0);
});

test('where nothing may be stored, the page works as well', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(opened.site.url + address);
  await page.locator('.theme select').selectOption('dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(await page.locator('#Example-1 .example-run').isVisible()).toBe(true);
});

test('nothing is said to be copied that could not be', async () => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    // As where the site is served without TLS.
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
  });
  await page.goto(opened.site.url + address);
  await clickSign(page.locator('h2#summary .anchor'));
  await page.locator('.plain-block .copy').first().click();
  await page.waitForTimeout(500);
  expect(await page.locator('body > [role=status]').allTextContents()).not.toContain(labels.copied);
  expect(await page.locator('.plain-block .copy').first().textContent()).toBe(labels.copyCode);
  expect(errors).toEqual([]);
});

test('without JavaScript there is the text, and nothing that would do nothing', async () => {
  const plain = await opened.browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(opened.site.url + address);
  expect(await quiet.locator('h1').isVisible()).toBe(true);
  expect(await quiet.locator('.example-output-text').first().isVisible()).toBe(true);
  for (const tool of ['.example-run', '.example-edit', '.copy', '.theme']) {
    expect(await quiet.locator(tool).first().isVisible(), tool).toBe(false);
  }
  expect(await quiet.locator('.search-form').isVisible()).toBe(true);
  await plain.close();
});

/** The sign of a heading that is read from left to right stands at its right end. */
async function clickSign(anchor: Locator): Promise<void> {
  const { width, height } = (await anchor.boundingBox()) ?? { width: 0, height: 0 };
  await anchor.click({ position: { x: width - 3, y: height / 2 } });
}
