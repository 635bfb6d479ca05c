import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { keysOf, shardOf } from '../../src/metadata/traceback/error-shards.ts';
import { readErrors } from '../../src/metadata/traceback/read-errors.ts';
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

test('the error is found at the end of a long log', async () => {
  await page
    .locator('textarea')
    .fill(`${`${'started '.repeat(100)}\n`.repeat(400)}Traceback (most recent call last):\nKeyError: 'age'`);
  await page.locator('.answer-class .answer-link[href*="/key-error/"]').waitFor();
});

test('what has no article is looked for in the search', async () => {
  await page.locator('textarea').fill('QuuxOverflowFault: too much');
  const link = page.locator('.answer-none .answer-search');
  expect(await link.getAttribute('href')).toBe('/search/en/?q=QuuxOverflowFault');
});

test('the answer is to the text that stands there, whichever file comes last', async () => {
  const other = await opened.browser.newPage({ serviceWorkers: 'block' });
  const [index] = await Promise.all([
    other.waitForResponse('**/errors/index.json'),
    other.goto(`${opened.site.url}traceback/en/`).then(() => other.locator('textarea').focus()),
  ]);
  const { shards } = (await index.json()) as { readonly shards: number };
  const neededFor = (text: string): ReadonlySet<number> =>
    new Set(readErrors(text).flatMap((error) => keysOf(error).sure.map((key) => shardOf(key, shards))));
  // One that is not yet typed to its end needs a file that the whole one does without.
  const name = ['TypeError', 'ValueError', 'NameError', 'SyntaxError'].find(
    (whole) => !neededFor(whole).isSupersetOf(neededFor(whole.slice(0, -1))),
  );
  if (name === undefined) throw new Error('all of these need the same files');
  const box = other.locator('textarea');
  await box.fill(name);
  await other.locator('.answer-link').waitFor();
  await box.fill('');
  await other.locator('.answer-link').waitFor({ state: 'detached' });
  const answered = Promise.withResolvers<void>();
  await other.route('**/errors/*.json', async (route) => {
    await answered.promise;
    await route.continue();
  });
  const late = other.waitForResponse('**/errors/*.json');
  const asked = other.waitForRequest('**/errors/*.json');
  await box.fill(name.slice(0, -1));
  await asked;
  await box.fill(name);
  await other.locator('.answer-class .answer-link').waitFor();
  answered.resolve();
  await (await late).finished();
  await other.waitForTimeout(300);
  expect(await other.locator('.answer-class .answer-link').count()).toBe(1);
  await other.close();
});

test('an index that cannot be had is told of', async () => {
  const other = await opened.browser.newPage({ serviceWorkers: 'block' });
  await other.route('**/errors/*.json', (route) => route.fulfill({ status: 503 }));
  await other.goto(`${opened.site.url}traceback/en/`);
  await other.locator('textarea').fill("KeyError: 'age'");
  await other.getByText(labels.failed).waitFor();
  await other.close();
});
