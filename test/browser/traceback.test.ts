import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { useSite } from './use-site.ts';

const labels = labelsOf('en').traceback;

const opened = useSite();
let page: Page;

beforeAll(async () => {
  page = await opened.browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${opened.site.url}traceback/en/`);
});

test.for([
  ['Traceback (most recent call last):\n  File "a.py", line 1\nKeyError: \'age\'', '/en/python/key-error/', 'class'],
  ['ConnectionRefusedError: [Errno 111] Connection refused', '/en/python/connection-refused-error/', 'message'],
  ['ZeroDivsionError: division by zero', '/en/python/zero-division-error/', 'similar'],
] as const)('%s is taken to its article', async ([text, address, reason]) => {
  await page.locator('textarea').fill(text);
  const link = page.locator(`.answer-${reason} .answer-link`);
  await link.waitFor();
  expect(new URL((await link.getAttribute('href')) ?? '', opened.site.url).pathname).toBe(address);
});

test('what has no article is looked for in the search', async () => {
  await page.locator('textarea').fill('QuuxOverflowFault: too much');
  await page.locator('.answer-none, .traceback-answer > p').first().waitFor();
  expect(await page.locator('.traceback-answer').textContent()).not.toBe('');
});

test('an index that cannot be had is told of', async () => {
  const other = await opened.browser.newPage({ serviceWorkers: 'block' });
  await other.route('**/errors/*.json', (route) => route.fulfill({ status: 503 }));
  await other.goto(`${opened.site.url}traceback/en/`);
  await other.locator('textarea').fill("KeyError: 'age'");
  await other.getByText(labels.failed).waitFor();
  await other.close();
});
