import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { readSettings } from '../../src/content/settings.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { pageHref } from '../../src/site/site-address.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const { contentFolder } = readSettings();
const { articles } = await readArticles(contentFolder, config);
const labels = labelsOf('ar').run;
const pythonArticle = 'ar/python/connection-refused-error.md';
const scriptArticle = 'ar/javascript/type-error.md';

const opened = useSite();
let page: Page;

beforeEach(async () => {
  // Requests that a service worker makes cannot be answered by a test.
  page = await opened.browser.newPage({ serviceWorkers: 'block' });
  return () => page.close();
});

test('JavaScript that another engine words otherwise is told from the article’s', async () => {
  const { otherWords } = labelsOf('en').run;
  await page.goto(`${opened.site.url}en/javascript/type-error/`);
  const example = exampleOnPage(page, 0);
  await example.run();
  await example.untilOver();
  expect(await example.status()).not.toContain(otherWords);
  await page.reload();
  await page.locator('#Example-1 .example-output-text').evaluate((text) => {
    text.textContent = 'in other words';
  });
  await example.run();
  await example.untilOver();
  expect(await example.status()).toContain(otherWords);
});

describe('the Run button', { timeout: 180_000 }, () => {
  test.for([
    ['Python', pythonArticle, 'print("started")\nwhile True: pass', 'print("again")'],
    ['JavaScript', scriptArticle, 'console.log("started"); for (;;);', 'console.log("again")'],
  ] as const)('is followed by Stop, which ends an endless loop of %s', async ([, path, endless, short]) => {
    await open(path);
    const example = exampleOnPage(page, 0);
    await example.setProgram(endless);
    await example.run();
    await example.untilPrinted('started');
    await example.stop();
    expect(await example.status()).toBe(labels.stopped);
    expect(await example.printed()).toBe('started');
    // What is left is the one that waits for the next run.
    await expect.poll(() => page.frames().filter((frame) => frame.url() === 'about:srcdoc').length).toBe(1);
    await example.setProgram(short);
    await example.run();
    await example.untilOver();
    expect(await example.printed()).toBe('again');
    expect(await example.status()).toContain(labels.done);
  });

  test('prints as the program goes', async () => {
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    await example.setProgram('import time\nprint("first", flush=True)\ntime.sleep(30)\nprint("second")');
    await example.run();
    await example.untilPrinted('first');
    expect(await example.status()).toBe(labels.running);
    await example.stop();
    expect(await example.printed()).toBe('first');
  });

  test('gives every run a world of its own', async () => {
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    await example.setProgram(
      'import builtins, sys\nbuiltins.left = 1\nopen("left.txt", "w").close()\nsys.stdout.buffer.write("é".encode()[:1])',
    );
    await example.run();
    await example.untilOver();
    const next = exampleOnPage(page, 1);
    await next.setProgram('import builtins, os\nprint(hasattr(builtins, "left"), os.listdir())');
    await next.run();
    await next.untilOver();
    expect(await next.printed()).toBe('False []');
    // One interpreter: each has a sandbox of its own.
    expect(page.frames().filter((frame) => frame.url() === 'about:srcdoc')).toHaveLength(1);
  });

  test('says how a program ended', async () => {
    await open(scriptArticle);
    const example = exampleOnPage(page, 0);
    for (const [code, status, printed] of [
      ['for (;;) console.log("x".repeat(1000));', labels.limit, /^(x{1000}\n)+/],
      ['await new Promise(() => {});', labels.exited.replace('{code}', '13'), /^$/],
      ['throw new RangeError("too far");', labels.endedWithError, /^RangeError: too far$/],
    ] as const) {
      await example.setProgram(code);
      await example.run();
      await example.untilOver();
      expect(await example.status()).toContain(status);
      expect(await example.printed()).toMatch(printed);
    }
  });

  test('loads nothing before it is pressed, and nothing from elsewhere', async () => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await open(pythonArticle);
    await page.waitForLoadState('networkidle');
    expect(addresses.filter((address) => /worker|_mithal|wasm/.test(address))).toEqual([]);
    const example = exampleOnPage(page, 0);
    opened.site.takeRequests();
    await example.run();
    await example.untilOver();
    expect(opened.site.takeRequests()).toContain('/_mithal/runtime.json');
    const elsewhere = addresses.filter(
      (address) => !address.startsWith(opened.site.url) && !address.startsWith('blob:null/'),
    );
    expect(elsewhere).toEqual([]);
  });

  test('goes on loading after Stop, for the next run', async () => {
    const pressedAgain = Promise.withResolvers<void>();
    let manifests = 0;
    await page.route('**/_mithal/runtime.json', async (route) => {
      manifests += 1;
      await pressedAgain.promise;
      await route.continue();
    });
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    await example.setProgram('print("again")');
    await example.run();
    await example.stop();
    expect(await example.status()).toBe(labels.stopped);
    await example.run();
    await page.waitForRequest('**/_mithal/runtime.json', { timeout: 1000 }).catch(() => undefined);
    pressedAgain.resolve();
    await example.untilOver();
    expect(await example.printed()).toBe('again');
    expect(manifests).toBe(1);
  });

  test('can be pressed again where its own script did not come', async () => {
    await open(scriptArticle);
    await page.mouse.move(200, 200);
    await page.waitForLoadState('networkidle');
    // One after another: the tools of the example, what they say.
    const missing = ['example-line', labels.runAgain];
    await page.route('**/_astro/*.js', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      if (!missing[0] || !text.includes(missing[0])) return route.fulfill({ response });
      missing.shift();
      return route.abort();
    });
    const example = exampleOnPage(page, 0);
    for (const left of [1, 0]) {
      await example.run();
      await expect.poll(() => missing.length).toBe(left);
      await example.untilOver();
      expect(await page.locator('#Example-1 .example-run').isVisible()).toBe(true);
    }
    await example.run();
    await page.locator('#Example-1 [role=status]').waitFor({ state: 'attached' });
    await example.untilOver();
    expect(await example.status()).toContain(labels.endedWithError);
  });

  test('goes on saying why it could not run while its other files arrive', async () => {
    await page.route('**/_mithal/world-*', (route) => route.fulfill({ status: 404 }));
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    await example.run();
    await example.untilOver();
    await page.waitForLoadState('networkidle');
    expect(await example.status()).toMatch(/404/);
  });

  test('says why WebAssembly does not start', async () => {
    await page.route('**/_mithal/*.wasm', (route) => route.fulfill({ body: 'a page of the hotel' }));
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    await example.run();
    await example.untilOver(120_000);
    expect(await example.status()).toMatch(/WebAssembly/);
  });

  test('leaves the page usable while a program prints a million empty lines', async () => {
    await open(scriptArticle);
    const example = exampleOnPage(page, 0);
    await example.setProgram('for (let i = 0; i < 900_000; i++) console.log(""); console.log("last"); for (;;);');
    await example.run();
    await example.stop();
    expect(await example.status()).toBe(labels.stopped);
  });

  test('says why it could not run, and leaves the recorded output', async () => {
    await page.route('**/_mithal/**', (route) => route.fulfill({ status: 503 }));
    await open(pythonArticle);
    const example = exampleOnPage(page, 0);
    const recorded = await example.printed();
    await example.run();
    await example.untilOver();
    expect(await example.status()).toMatch(/503/);
    expect(await example.printed()).toBe(recorded);
  });
});

async function open(path: string): Promise<void> {
  const article = articles.find((candidate) => candidate.path === path);
  if (!article) throw new Error(`there is no ${path}`);
  const { language, section, slug } = article.address;
  await page.goto(new URL(pageHref(language, [...section, slug]), opened.site.url).href);
}
