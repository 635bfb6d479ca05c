/**
 * `npm run bench:browser`: how long the first and the second Run of a Python example take in Chromium, beside stock
 * Pyodide on a page of its own that does the same, taking turns. Needs a built site (`npm run build`).
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { readSettings } from '../src/content/settings.ts';
import { pyodideFolder } from '../src/runners/pyodide/pyodide-package.ts';
import { ensureChromium } from '../test/browser/ensure-chromium.ts';
import { median } from './bench/median.ts';

const dist = join(readSettings().root, 'dist');
if (!existsSync(dist)) {
  console.error('There is no built site. Build it first: npm run build');
  process.exit(1);
}

const executablePath = await ensureChromium();
const rounds = Number(process.argv[2] ?? 5);
const program = 'print(6 * 7)';
const stockPage = `<!doctype html><script type="module">
import { loadPyodide } from './pyodide/pyodide.mjs';
globalThis.run = async () => {
  let printed = '';
  const pyodide = await loadPyodide({ stdout: (text) => { printed += text; } });
  pyodide.runPython(${JSON.stringify(program)});
  return printed;
};
</script>`;

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://localhost');
  const isPage = pathname === '/stock/';
  const file = pathname.startsWith('/stock/pyodide/')
    ? join(pyodideFolder(), pathname.slice('/stock/pyodide/'.length))
    : join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  try {
    const content = isPage ? stockPage : await readFile(file);
    const type = types[isPage || pathname.endsWith('/') ? '.html' : extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const times = { stock: [] as number[], first: [] as number[], second: [] as number[] };
for (let round = 0; round < rounds; round++) {
  times.stock.push(await withBrowser(timeStock));
  const [first, second] = await withBrowser(timeOurs);
  times.first.push(first);
  times.second.push(second);
  console.log(`round ${round + 1}: stock ${times.stock.at(-1)} ms, first Run ${first} ms, second Run ${second} ms`);
}
server.close();
server.closeAllConnections();
const [stock, first, second] = [median(times.stock), median(times.first), median(times.second)];
console.log(
  `median: first Run ${first} ms = ${(first / stock).toFixed(2)} times stock Pyodide's ${stock} ms; second Run ${second} ms`,
);

async function timeStock(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${origin}/stock/`);
  await page.waitForFunction('globalThis.run');
  return page.evaluate(async () => {
    const start = performance.now();
    const printed = await (globalThis as unknown as { run(): Promise<string> }).run();
    if (printed.trim() !== '42') throw new Error(`stock Pyodide printed ${printed}`);
    return Math.round(performance.now() - start);
  });
}

async function timeOurs(browser: Browser): Promise<readonly [first: number, second: number]> {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/python/key-error/`, { waitUntil: 'networkidle' });
  return page.evaluate(async (code) => {
    const example = document.querySelector('#Example-1');
    const world = example?.querySelector('.example-world');
    const panel = example?.querySelector('.example-output-text');
    const button = example?.querySelector<HTMLElement>('.example-run');
    if (!world || !panel || !button) throw new Error('no example to run');
    const { steps } = JSON.parse(world.textContent);
    const timeRun = async (number: number): Promise<number> => {
      world.textContent = JSON.stringify({ steps: [{ ...steps.at(-1), code: `${code}\nprint(${number})` }] });
      const start = performance.now();
      button.click();
      while (!panel.textContent.includes(`42\n${number}`)) await new Promise((resolve) => setTimeout(resolve, 1));
      return Math.round(performance.now() - start);
    };
    const first = await timeRun(1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return [first, await timeRun(2)] as const;
  }, program);
}

/** A browser without anything of the last round in its caches. */
async function withBrowser<T>(time: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    return await time(browser);
  } finally {
    await browser.close();
  }
}
