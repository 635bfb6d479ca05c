import type { Snippet } from './snippet.ts';

/** The order in which things happen. */
export const waiting: readonly Snippet[] = [
  {
    title: 'the order of timers, ticks and promises',
    code: 'console.log("a");\nsetTimeout(() => console.log("timeout 0"), 0);\nsetTimeout(() => console.log("timeout 10"), 10);\nPromise.resolve().then(() => console.log("then")).then(() => console.log("then 2"));\nqueueMicrotask(() => console.log("microtask"));\nprocess.nextTick(() => console.log("tick"));\n(async () => { console.log("async"); await null; console.log("awaited"); })();\nconsole.log("b");',
  },
  {
    title: 'immediates inside of timers and of file callbacks',
    code: 'const fs = require("fs");\nsetTimeout(() => { setTimeout(() => console.log("t"), 0); setImmediate(() => console.log("i")); process.nextTick(() => console.log("n")); }, 5);\nsetTimeout(() => fs.readFile(__filename, () => { setTimeout(() => console.log("t2"), 0); setImmediate(() => console.log("i2")); }), 200);',
  },
  {
    title: 'intervals',
    code: 'let n = 0;\nconst id = setInterval(() => { console.log(++n); if (n === 3) clearInterval(id); }, 20);',
  },
  {
    title: 'timers in the order of their times',
    code: 'for (const t of [30, 10, 20, 10, 0, 1]) setTimeout((x) => console.log(x), t, t);',
  },
  {
    title: 'timers behind a calculation that blocks',
    code: 'setTimeout(() => console.log("first, due at 10"), 10);\nconst end = process.cpuUsage().user + 60000;\nwhile (process.cpuUsage().user < end);\nsetTimeout(() => console.log("second, due later"), 0);',
  },
  {
    title: 'timers as promises',
    extension: 'mjs',
    code: 'import { setTimeout as sleep, setInterval } from "node:timers/promises";\nconsole.log(await sleep(20, "slept"));\nlet n = 0;\nfor await (const v of setInterval(5, "tick")) { console.log(v); if (++n === 2) break; }',
  },
  {
    title: 'an aborted timer',
    extension: 'mjs',
    code: 'import { setTimeout as sleep } from "node:timers/promises";\ntry { await sleep(1000, null, { signal: AbortSignal.timeout(10) }); } catch (e) { console.log(e.name, e.message, e.code); }',
  },
  {
    title: 'an unreferenced timer',
    code: 'setTimeout(() => console.log("never"), 50).unref();\nsetTimeout(() => console.log("once"), 10);',
  },
  {
    title: 'Promise combinators',
    extension: 'mjs',
    code: 'const wait = (t, v) => new Promise((r) => setTimeout(r, t, v));\nconsole.log(await Promise.all([wait(20, 1), wait(10, 2)]), await Promise.race([wait(20, "slow"), wait(5, "fast")]), await Promise.allSettled([Promise.reject(new Error("x")).catch((e) => e.message), 3]));',
  },
  {
    title: 'async iterators and generators',
    extension: 'mjs',
    code: 'async function* g() { yield 1; await null; yield 2; }\nfor await (const x of g()) console.log(x);\nconst it = (function* () { const r = yield "q"; console.log("r", r); })();\nconsole.log(it.next(), it.next(5));',
  },
  {
    title: 'crypto and compression finish before a later timer',
    code: 'const crypto = require("crypto"), zlib = require("zlib");\nsetTimeout(() => console.log("timer"), 2000);\n// Whichever is done first.\nconst all = [];\nconst done = (result) => all.push(String(result)) === 3 && console.log(all.sort());\ncrypto.pbkdf2("a", "b", 1000, 8, "sha512", (e, k) => done(k.toString("hex")));\nzlib.gzip("a", (e, b) => done(b.length));\ncrypto.subtle.digest("SHA-1", new Uint8Array(2)).then((d) => done(d.byteLength));',
  },
  {
    title: 'AsyncLocalStorage',
    code: 'const { AsyncLocalStorage } = require("async_hooks");\nconst s = new AsyncLocalStorage();\ns.run(1, () => setTimeout(() => console.log(s.getStore()), 5));\ns.run(2, () => setTimeout(() => require("dns").lookup("localhost", () => console.log(s.getStore())), 50));',
  },
  {
    title: 'a message channel',
    code: "const bc=new BroadcastChannel('x'),b2=new BroadcastChannel('x');bc.onmessage=e=>{console.log(e.data);bc.close();b2.close()};b2.postMessage('hi');",
  },
];
