import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { copyProject } from '../copy-project.ts';

// What it prints stands nowhere in the code.
const article = '# خطأ المفتاح\n\n## ملخص\n\nنص المقالة هنا.\n\n```python\nprint(1000 * 4 + 1)\n```\n';
let copy = '';
let server: ChildProcess;
let printed = '';

beforeAll(async () => {
  copy = copyProject({ 'ar/python/key.md': article });
  // Within Vitest, Astro serves no pages.
  const { VITEST: _, ...env } = process.env;
  server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], { cwd: copy, env });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (printed += text));
  await vi.waitFor(() => expect(printed).toMatch(/1 example of 1 article ran/), { timeout: 90_000, interval: 50 });
}, 100_000);

afterAll(() => {
  server.kill();
  rmSync(copy, { recursive: true, force: true });
});

/** What the page says at last, once it has this in it. */
const page = (text: string | RegExp): Promise<string> =>
  vi.waitFor(
    async () => {
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '';
      const html = await (await fetch(`${address}/ar/python/key/`)).text();
      expect(html).toMatch(text);
      return html;
    },
    // A second on a machine of one's own; here others share it.
    { timeout: 20_000, interval: 50 },
  );

/** The article with another program. */
function save(factor: string): void {
  writeFileSync(join(copy, 'content/ar/python/key.md'), `${article.replace('* 4', factor)}\nكلمة مـمدودة, هنا.\n`);
}

test('a saved article shows its new result, and beside the place what the linter finds', async () => {
  await page('>4001<');
  save('* 5');
  const html = await page('>5001<');
  expect(html).toMatch(/<aside class="problem-note"[^>]*><p id="problem-\d+-\d+-tatweel"/);
  expect(html).toContain('[arabic-punctuation]');
  expect(html).toMatch(/<a href="#problem-11-\d+-tatweel">ar\/python\/key\.md:11:/);
}, 30_000);

test('a folder without an article is told of, and goes on being watched', async () => {
  rmSync(join(copy, 'content/ar/python/key.md'));
  await vi.waitFor(() => expect(printed).toContain('error: There is no article (*.md) in'), { timeout: 20_000 });
  save('* 7');
  await page('>7001<');
}, 60_000);

test('an open page shows the new result by itself', async () => {
  const browser = await openBrowser();
  try {
    const open = await browser.newPage();
    await open.goto(`${/http:\/\/localhost:\d+/.exec(printed)?.[0]}/ar/python/key/`);
    await open.waitForLoadState('networkidle');
    save('* 6');
    await open.getByText('6001', { exact: true }).waitFor({ state: 'attached', timeout: 20_000 });
  } finally {
    await browser.close();
  }
}, 60_000);
