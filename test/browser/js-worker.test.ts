import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminalText } from '../../src/examples/judge.ts';
import { normaliseOutput } from '../../src/examples/normalise.ts';
import type { End, Runner, RunResult, Step } from '../../src/examples/runner.ts';
import { createNodeRunner } from '../../src/runners/node/node-runner.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const opened = useSite();
let page: Page;
let node: Runner;

beforeAll(async () => {
  page = await opened.browser.newPage();
  await page.goto(new URL('en/javascript/type-error/', opened.site.url).href);
  node = await createNodeRunner();
}, 300_000);

afterAll(async () => {
  await node?.close();
});

/** Each is a world: its steps. */
const worlds: readonly (readonly string[])[] = [
  // What the console prints.
  [`console.log('%s %d %i %f %j %o %%', 'a', 1.5, 2.7, '3.1', { a: 1 }, [1], 'rest', { b: { c: { d: {} } } })`],
  [
    `console.log([1, , 'x'], new Map([[{ a: 1 }, new Set([1])]]), null, undefined, -0, 10n, Symbol('s'), /x/g, () => 1)`,
  ],
  [
    `console.log({ name: 'ليلى', list: Array(120).fill(1) }, new (class Point { x = 1; #y = 2 })(), class A extends Array {})`,
  ],
  [
    `console.log(new Date(0), new Error('inside').message, Object.create(null), [['a', ['b', ['c', ['d']]]]], 'x'.repeat(200))`,
  ],
  [`console.log(new Proxy({ a: 1 }, {}), new Uint8Array(3), new WeakMap(), globalThis === this, typeof window)`],
  [
    `console.group('أ'); console.log('one\\ntwo'); console.group(); console.error('err'); console.groupEnd(); console.groupEnd(); console.log('out')`,
  ],
  [
    `console.table([{ a: 1, b: 'مُدَرِّس' }, { a: [1, 2], c: null }]); console.table(new Map([['k', { x: 1 }]])); console.table([1, 'two']); console.table([{ a: 1, b: 2 }], ['b']); console.table(5)`,
  ],
  [
    `console.count(); console.count('x'); console.count(); console.countReset(); console.count(); console.countReset('none')`,
  ],
  [
    `console.assert(true); console.assert(false); console.assert(false, 'told %s', 'so'); console.assert(false, { a: 1 })`,
  ],
  [
    `console.dir({ a: { b: { c: {} } } }, { depth: 0 }); console.info('i'); console.debug('d'); console.warn('w'); console.timeEnd('none')`,
  ],
  // The order of things.
  [
    `setTimeout(() => console.log('b'), 1); setTimeout(() => console.log('a'), 0); queueMicrotask(() => console.log('m')); console.log('s')`,
  ],
  [
    `setTimeout(() => console.log(3), 30); setTimeout(() => { console.log(1); setTimeout(() => console.log(4), 20) }, 10); setTimeout(() => console.log(2), 20)`,
  ],
  [`let n = 0; const id = setInterval(() => { console.log(++n); if (n === 3) clearInterval(id) }, 5)`],
  [
    `const id = setTimeout(() => console.log('never'), 5); clearTimeout(id); setTimeout(() => console.log('unref'), 50).unref(); setTimeout((...a) => console.log(a), 1, 'x', 2)`,
  ],
  [
    `(async () => { try { await Promise.reject(new Error('caught')) } catch (e) { console.log(e.message) } finally { console.log('finally') } })()`,
  ],
  // How programs end.
  [`console.log('x'); throw new TypeError('thrown')`],
  [`throw 'a string'`],
  [`throw { a: 1 }`],
  [`throw null`],
  [`throw new Error('')`],
  [`class MyError extends Error { constructor(m) { super(m); this.name = 'Custom' } } throw new MyError('own')`],
  [`class MyError extends Error {} throw new MyError('own')`],
  [`throw new AggregateError([new Error('a')], 'many')`],
  [`throw Object.assign(new Error('with code'), { code: 'E_OWN' })`],
  [`throw new Error('two\\nlines', { cause: new TypeError('why') })`],
  [`Promise.reject(new RangeError('unhandled')); setTimeout(() => console.log('never'), 0)`],
  [`Promise.reject('a string')`],
  [`Promise.reject({ a: 1 })`],
  [`setTimeout(() => { throw new Error('in a timer') }, 1); setTimeout(() => console.log('never'), 10)`],
  [`queueMicrotask(() => { throw new Error('in a microtask') }); setTimeout(() => console.log('never'), 10)`],
  [`setTimeout('code')`],
  [`setTimeout()`],
  [`function f() { f() } f()`],
  [`document.title = 'x'`],
  [`null.length`],
  [`undefined.a.b`],
  [`let { a } = null`],
  [`const c = 1; c = 2`],
  [`[].reduce((a, b) => a)`],
  [`new Array(-1)`],
  [`'x'.repeat(-1)`],
  [`JSON.parse('{')`],
  [`const a = {}; a.a = a; JSON.stringify(a)`],
  [`BigInt(1.5)`],
  [`1n + 1`],
  [`for (const x of 5) ;`],
  [`new (class { #p; static t(o) { return o.#p } }).constructor.t({})`],
  [`decodeURIComponent('%')`],
  [`new Intl.NumberFormat('xx-invalid-locale-')`],
  [`fetch('http://localhost:3000/').catch((e) => console.log(e.name, e.message, e.cause.code))`],
  [`fetch('https://example.com/a').catch((e) => console.log(e.message, e.cause.message))`],
  [`await fetch('/relative')`],
  // What the platform says, rather than the engine.
  [`new URL('nope')`],
  [`try { new URL('/a', 'nope') } catch (e) { console.log(e.name, e.message, e.code) }`],
  [
    `console.log(new URL('http://a.example/b?c=d').searchParams.get('c'), URL.canParse('x'), new URLSearchParams({ a: 'ب' }).toString())`,
  ],
  [`structuredClone(() => {})`],
  [`structuredClone({ a: Symbol('s') })`],
  [`atob('*')`],
  [`btoa('ع')`],
  [
    `const c = new AbortController(); c.signal.addEventListener('abort', () => console.log(c.signal.reason.name, c.signal.reason.message)); c.abort()`,
  ],
  [`AbortSignal.abort().throwIfAborted()`],
  [`console.log(crypto.randomUUID().length, structuredClone(new Map([[1, { a: new Date(0) }]])))`],
  [`new Response('{').json().catch((e) => console.log(e.name, e.message))`],
  [`new Response('text').text().then(console.log); new Blob(['ab']).text().then(console.log)`],
  [
    `const t = new EventTarget(); t.addEventListener('x', (e) => console.log(e.type, e instanceof Event)); t.dispatchEvent(new Event('x'))`,
  ],
  [`performance.mark('a'); console.log(performance.getEntriesByName('a').length, typeof performance.now())`],
  [`console.log(new DOMException('m', 'AbortError').code); throw new DOMException('m', 'AbortError')`],
  [
    `const { port1, port2 } = new MessageChannel(); port1.onmessage = (e) => { console.log(e.data); port1.close() }; port2.postMessage('hi')`,
  ],
  [
    `new Blob(['x'.repeat(1000)]).stream().pipeThrough(new CompressionStream('gzip')).getReader().read().then(({ done }) => console.log(done))`,
  ],
  [`console.log(new URL('http://u:p@a.example:81/b?c=d#e'), new URLSearchParams('a=1&b=2'), [new URL('http://x.y')])`],
  [
    `console.log(new URLSearchParams(), { deep: { deeper: { url: new URL('http://x.y') } } }, new Headers({ a: '1', b: '2' }))`,
  ],
  // How texts are read.
  [`if (true) {`],
  [`foo(`],
  [`let a; let a`],
  [`const x`],
  [`"use strict"; with ({}) {}`],
  [`return 5`],
  [`console.log(this, typeof arguments); var name = 'n'; console.log(globalThis.name)`],
  [`undeclared = 1; console.log(globalThis.undeclared, 010)`],
  [`console.log(await Promise.resolve(1)); console.log(this)`],
  [`for await (const x of [1, 2]) console.log(x)`],
  [`async function f() {} f(); await new Promise(() => {})`],
  [`function f() { await 1 }`],
  [`'use strict'; undeclared = 1`],
  [`#!/bin/sh\nconsole.log('hash')`],
  [
    `console.log(typeof self, typeof postMessage, typeof importScripts, typeof XMLHttpRequest, typeof location, typeof indexedDB)`,
  ],
  [`}`],
  [`});(() => {`],
  [`(function inner() { console.log(arguments.callee.caller.caller) })()`],
  // Programs that put something else into the language's place.
  ...[
    "Array.prototype[Symbol.iterator] = function () { throw new Error('no iterator') }",
    'Array.prototype.shift = Array.prototype.push = Array.prototype.splice = () => undefined',
    'String.prototype.slice = String.prototype.replaceAll = () => "forged"',
    'Promise.prototype.then = Promise.prototype.catch = Promise.prototype.finally = function () { return this }',
    'globalThis.Error = globalThis.Array = globalThis.Object = null',
    'Promise.race = () => 1; globalThis.Promise = class {}',
    'MessagePort.prototype.postMessage = () => {}',
  ].flatMap((change) => [
    [`${change}; console.log('after', 1); setTimeout(() => console.log('timer'), 5)`],
    [`${change}; console.log('after'); throw new TypeError('thrown')`],
    [`${change}; await null; console.log('awaited'); throw new Error('late')`],
  ]),
  // Sessions.
  [
    'const a = 1; let b = 2; var c = 3; function d() { return a + b } class E {}',
    'b = 5; console.log(a, b, c, d(), typeof E)',
  ],
  ['const user = {}; user.address.city', 'console.log(user)'],
  ['const value = await Promise.resolve(7)', 'console.log(value)'],
  ["setTimeout(() => console.log('silent'), 5); let late = 0; setTimeout(() => { late = 1 }, 10)", 'console.log(late)'],
  [
    'let x = 1',
    "x += 1; setTimeout(() => { throw new Error('x') }, 1); setTimeout(() => console.log('goes on', x), 5)",
  ],
  ['let broken = (', 'console.log(typeof broken)'],
];

describe('JavaScript in the browser', () => {
  test.for(worlds.map((codes) => ({ codes, title: codes.at(-1) ?? '' })))(
    'prints what Node prints: $title',
    async ({ codes }) => {
      const steps = codes.map(stepOf);
      const inNode = (await node.run({ steps, seed: 1 })).at(-1);
      const example = exampleOnPage(page, 0);
      await example.setProgram(...codes);
      await example.run();
      await example.untilOver();
      expect(normaliseOutput(await example.printed())).toBe(inNode && shownText(inNode));
    },
  );
});

/** What an uncaught error means for the verdict is another question than what is shown. */
function shownText({ output, end }: RunResult): string {
  const shown: End = 'error' in end && end.error ? { kind: 'error', error: end.error } : end;
  return normaliseOutput(terminalText({ output, end: shown }));
}

function stepOf(code: string): Step {
  return {
    language: 'javascript',
    form: { kind: 'module', system: 'detect' },
    code,
    parseOnly: false,
    files: [],
    packages: [],
    limits: { time: 10_000, output: 1_000_000, memory: 512 * 1024 * 1024 },
  };
}
