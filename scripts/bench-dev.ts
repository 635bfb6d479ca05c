/**
 * `npm run bench:dev [-- ARTICLES]`: how long it takes in `npm run dev` from saving an article to its new
 * result in the open page, beside what loading that page again takes, taking turns; 1,247 articles unless
 * told otherwise. The processor time between the two, of server and browser together, tells on a busy
 * machine what the clock cannot.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../test/browser/ensure-chromium.ts';
import { median } from './bench/median.ts';
import { readUsage } from './bench/processor-time.ts';
import { writeSiteArticles } from './bench/site-articles.ts';

const count = Number(process.argv[2] ?? 1247);
const rounds = 7;
const folder = mkdtempSync(join(tmpdir(), 'mithal-dev-'));
const content = join(folder, 'content');
const file = join(content, 'ar/part-0/article-0.md');

writeSiteArticles(content, count);
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], {
  env: { ...process.env, MITHAL_CONTENT: content, MITHAL_RECORD: join(folder, 'examples.json') },
});
try {
  const printed = listen(server);
  const started = performance.now();
  await until(() => /examples of .* articles? ran/.test(printed()));
  console.log(`${count} articles, all examples run after ${seconds(performance.now() - started)}`);
  const page = await browser.newPage();
  const address = /http:\/\/localhost:\d+\//.exec(printed())?.[0];
  await page.goto(`${address}ar/part-0/article-0/`, { timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  await measure(page);
} finally {
  server.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(page: Page): Promise<void> {
  const saves: number[] = [];
  const processor: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const result = 7000 + round;
    const text = readFileSync(file, 'utf8');
    const before = readUsage();
    const begin = performance.now();
    // What it prints stands nowhere in the code.
    writeFileSync(
      file,
      `${text.replace(/\n```python\nprint\(\d+ \+ 6999\)\n```\n$/, '')}\n\`\`\`python\nprint(${round + 1} + 6999)\n\`\`\`\n`,
    );
    await page.getByText(String(result), { exact: true }).first().waitFor({ state: 'attached', timeout: 60_000 });
    saves.push(performance.now() - begin);
    processor.push((readUsage()?.time ?? 0) - (before?.time ?? 0));
    await page.waitForLoadState('networkidle');
    await setTimeout(1000);
    loads.push(await loadAnew(page));
  }
  const [saved, loaded] = [median(saves), median(loads)];
  console.log(`from saving to the result  ${seconds(saved)}  (${saves.map(seconds).join(', ')})`);
  console.log(`processor time in between  ${seconds(median(processor))}`);
  console.log(`loading the page again     ${seconds(loaded)}  (${(saved / loaded).toFixed(1)} times that)`);
}

/** How long the page takes to load once more, beside itself. */
async function loadAnew(page: Page): Promise<number> {
  const other = await browser.newPage();
  const begin = performance.now();
  await other.goto(page.url(), { waitUntil: 'load', timeout: 60_000 });
  const time = performance.now() - begin;
  await other.close();
  return time;
}

function listen({ stdout, stderr }: ChildProcess): () => string {
  let printed = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (text: Buffer) => (printed += text.toString()));
  return () => printed;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    if (server.exitCode !== null) throw new Error('The server has ended.');
    await setTimeout(50);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
