import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Runtime } from '../../src/browser/runtime.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const opened = useSite();
let page: Page;
/** A host that a stranger's code would like to tell something. It lets everybody in. */
let stranger: Server;
let strangerUrl: string;
/** Connections to it, and requests. */
let heard: number;
let asked: number;

beforeAll(async () => {
  stranger = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('1');
  });
  stranger.on('connection', () => {
    heard += 1;
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  stranger?.closeAllConnections();
  stranger?.close();
});

beforeEach(async () => {
  page = await opened.browser.newPage();
  await page.goto(new URL('en/javascript/type-error/', opened.site.url).href);
  await page.evaluate(() => {
    localStorage.setItem('secret', 'of the page');
  });
  opened.site.takeRequests();
  heard = 0;
  asked = 0;
  return () => page.close();
});

/** What the site's own host is asked for. */
const ownPath = '/en/';

/**
 * Each tries to get out, with all that a worker has; none of our own code has run in it. `url` is the
 * stranger's, `own` the site's.
 */
const attempts: Readonly<Record<string, string>> = {
  fetch: 'await fetch(url)',
  'fetch without CORS': 'await fetch(url, { mode: "no-cors", keepalive: true })',
  'fetch of this site': 'await fetch(own)',
  XMLHttpRequest: 'const x = new XMLHttpRequest(); x.open("GET", url, false); x.send()',
  'XMLHttpRequest of this site': 'const x = new XMLHttpRequest(); x.open("GET", own, false); x.send()',
  WebSocket:
    'await new Promise((resolve, reject) => { const s = new WebSocket(url.replace("http", "ws")); s.onopen = resolve; s.onerror = reject })',
  EventSource:
    'await new Promise((resolve, reject) => { const s = new EventSource(url); s.onmessage = resolve; s.onerror = reject })',
  WebTransport: 'await new WebTransport(url.replace("http", "https")).ready',
  WebRTC: 'new RTCPeerConnection()',
  sendBeacon: 'if (!navigator.sendBeacon(url)) throw 0',
  importScripts: 'importScripts(url)',
  'importScripts of this site': 'importScripts(own)',
  'importScripts of data': 'importScripts("data:text/javascript,1")',
  import: 'await import(url)',
  'a worker of a worker': `await new Promise((resolve, reject) => {
    const inner = new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '").then(() => postMessage(1), () => postMessage(0))'])));
    inner.onmessage = ({ data }) => data ? resolve() : reject(0); inner.onerror = reject })`,
  'a worker from elsewhere':
    'await new Promise((resolve, reject) => { const w = new Worker(own); w.onerror = reject; w.onmessage = resolve; })',
  SharedWorker: 'new SharedWorker(own)',
  indexedDB:
    'await new Promise((resolve, reject) => { const r = indexedDB.open("x"); r.onsuccess = resolve; r.onerror = reject })',
  caches: 'await caches.open("x")',
  localStorage: 'localStorage.getItem("secret")',
  cookieStore: 'await cookieStore.getAll()',
  'the file system': 'await navigator.storage.getDirectory()',
  locks: 'await navigator.locks.request("x", () => {})',
  'a service worker': 'await navigator.serviceWorker.register(own)',
  FontFace: `await new FontFace('x', 'url(' + url + ')').load()`,
  'the page': 'parent.document.title; top.location = url',
  'a window': 'open(url)',
  'a request for later': 'fetchLater(url, { activateAfter: 0 })',
  WebSocketStream: 'await new WebSocketStream(url.replace("http", "ws")).opened',
  'a module out of a blob that imports':
    'await import(URL.createObjectURL(new Blob(["import \\"" + url + "\\""], { type: "text/javascript" })))',
  'a module out of data': 'await import("data:text/javascript,export default 1")',
  'a worker out of data': `await new Promise((resolve, reject) => {
    const inner = new Worker('data:text/javascript,postMessage(1)'); inner.onmessage = resolve; inner.onerror = reject })`,
  'a module worker that imports': `await new Promise((resolve, reject) => {
    const inner = new Worker(URL.createObjectURL(new Blob(['import "' + url + '"; postMessage(1)'], { type: 'text/javascript' })), { type: 'module' });
    inner.onmessage = resolve; inner.onerror = reject; setTimeout(reject, 1500) })`,
  'a worker of a worker that loads a script': `await new Promise((resolve, reject) => {
    const inner = new Worker(URL.createObjectURL(new Blob(['importScripts("' + url + '"); postMessage(1)'])));
    inner.onmessage = resolve; inner.onerror = reject; setTimeout(reject, 1500) })`,
  'a font of a canvas': `const face = new FontFace('y', 'url(' + url + ')'); fonts.add(face); await fonts.load('10px y'); if (face.status !== 'loaded') throw 0`,
  'a filter of a canvas': `const c = new OffscreenCanvas(9, 9).getContext('2d'); c.filter = 'url(' + url + '#x)'; c.fillRect(0, 0, 9, 9); throw 0`,
  'a picture': 'await createImageBitmap(await (await fetch(url)).blob())',
  'compiled WebAssembly': 'await WebAssembly.compileStreaming(fetch(url))',
  'a bucket of storage': 'await (await navigator.storageBuckets.open("x")).getDirectory()',
  'a channel to all of this site': `const c = new BroadcastChannel('x'); c.postMessage('heard'); throw 0`,
  location: 'location = url; location.href = url; throw 0',
};

describe('the worker of a sandbox', () => {
  test.for(['pyodide', 'node'] as const)('cannot get out, with the policy for %s', async (runner) => {
    const outcomes = await page.evaluate(tryInSandbox, {
      attempts,
      runner,
      url: strangerUrl,
      own: new URL(ownPath, opened.site.url).href,
    });
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'stopped')).toEqual([]);
    expect(heard).toBe(0);
    expect(opened.site.takeRequests().filter((path) => path === ownPath)).toEqual([]);
  });

  test('is heard by nobody but its own port', async () => {
    await page.evaluate(() => {
      globalThis.addEventListener('message', () => {
        document.title = 'heard';
      });
    });
    const title = await page.title();
    const example = exampleOnPage(page, 0);
    await example.setProgram(
      `const out = (0, eval)('this'); try { postMessage({ kind: 'ended' }) } catch {} console.log(Object.getOwnPropertyNames(out).includes('postMessage'))`,
    );
    await example.run();
    await example.untilOver();
    expect(await example.printed()).toBe('false');
    expect(await page.title()).toBe(title);
  });
});

test('the frame of a sandbox has no origin, and is allowed nothing but scripts', async () => {
  const example = exampleOnPage(page, 0);
  await example.setProgram('setTimeout(() => {}, 60_000)');
  await example.run();
  const inner = (): Frame | undefined => page.frames().find((frame) => frame.url() === 'about:srcdoc');
  await expect.poll(inner).toBeDefined();
  const frame = inner();
  const outcome = await frame?.evaluate(
    async ({ url }) => {
      const stopped = async (attempt: () => unknown): Promise<boolean> => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = url;
      document.head.append(link);
      const image = new Image();
      image.src = url;
      return {
        origin: globalThis.origin,
        window: globalThis.open(url),
        stopped: await Promise.all([
          stopped(() => fetch(url)),
          stopped(() => localStorage.length),
          stopped(() => document.cookie),
          stopped(() => indexedDB.open('x')),
          stopped(() => parent.document.title),
          stopped(() => {
            if (top) top.location.href = url;
          }),
          stopped(() => navigator.serviceWorker.register(url)),
        ]),
      };
    },
    { url: strangerUrl },
  );
  expect(outcome).toEqual({ origin: 'null', window: null, stopped: Array(7).fill(true) });
  expect(heard).toBe(0);
  // Where it goes by itself it would take along what it knows. Chromium connects before it asks the policy.
  await frame?.evaluate((url) => {
    location.href = url;
  }, strangerUrl);
  await page.waitForTimeout(500);
  expect(asked).toBe(0);
});

test('Python cannot reach the browser around it', async () => {
  await page.goto(new URL('en/python/key-error/', opened.site.url).href);
  const example = exampleOnPage(page, 0);
  await example.setProgram(
    [
      'for name in ("js", "pyodide_js", "pyodide.http", "_pyodide_core"):',
      '    try:',
      '        print(name, sorted(n for n in dir(__import__(name, fromlist=["x"])) if n in ("fetch", "indexedDB", "run_js", "location")))',
      '    except ImportError as error:',
      '        print(name, "stopped")',
      'try:',
      '    from pyodide.code import run_js',
      `    print(run_js("typeof fetch + typeof importScripts + typeof indexedDB + typeof XMLHttpRequest"))`,
      'except BaseException as error:',
      '    print("run_js stopped")',
    ].join('\n'),
  );
  await example.run();
  await example.untilOver();
  const printed = await example.printed();
  expect(printed).toContain('run_js stopped');
  expect(printed).not.toMatch(/indexedDB|location/);
  expect(heard).toBe(0);
});

/** In the page: hands each attempt to a sandbox of its own, in place of our worker. */
async function tryInSandbox({
  attempts,
  runner,
  url,
  own,
}: {
  attempts: Readonly<Record<string, string>>;
  runner: keyof Runtime;
  url: string;
  own: string;
}): Promise<Record<string, string>> {
  const runtime = (await (await fetch('/_mithal/runtime.json')).json()) as Runtime;
  const frame = document.createElement('iframe');
  frame.src = `/_mithal/${runtime[runner].sandbox}`;
  document.body.append(frame);
  const outcomes: Record<string, string> = {};
  for (const [name, code] of Object.entries(attempts)) {
    await new Promise((resolve) => {
      frame.onload = resolve;
      frame.src = frame.getAttribute('src') ?? '';
    });
    const worker = `onmessage = async ({ ports: [port] }) => { const url = ${JSON.stringify(url)}, own = ${JSON.stringify(own)};
      try { ${code}; port.postMessage('out') } catch { port.postMessage('stopped') } }`;
    const [toWorker, toFrame] = [new MessageChannel(), new MessageChannel()];
    const answer = new Promise<string>((resolve) => {
      toWorker.port1.onmessage = ({ data }) => resolve(String(data));
      setTimeout(resolve, 2000, 'no answer');
    });
    const bytes = new TextEncoder().encode(worker).buffer;
    frame.contentWindow?.postMessage(bytes, location.origin, [bytes, toWorker.port2, toFrame.port2]);
    outcomes[name] = await answer;
  }
  return outcomes;
}
