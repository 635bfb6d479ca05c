// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
/** A program whose world must be indistinguishable from plain Node on a Linux machine without a network. */
export interface Snippet {
  readonly title: string;
  /** `js` unless said otherwise. */
  readonly extension?: 'js' | 'mjs' | 'cjs' | 'ts' | 'mts' | 'cts';
  readonly code: string;
  readonly stdin?: string;
}

export const snippets: readonly Snippet[] = [
  {
    title: 'reading a property of undefined',
    code: 'const user = undefined;\nconsole.log("start");\nconsole.log(user.name);',
  },
  { title: 'reading a property of null in a function', code: 'function f(o) {\n  return o.a.b;\n}\nf({ a: null });' },
  { title: 'calling what is no function', code: 'const o = {};\no.run();' },
  { title: 'assigning to a constant', code: 'const a = 1;\na = 2;' },
  { title: 'an object that is not iterable', code: 'const [a] = {};' },
  {
    title: 'JSON.parse of broken text',
    code: 'try { JSON.parse("{bad"); } catch (e) { console.log(e.name, e.message); }\nJSON.parse("");',
  },
  { title: 'an undefined name', code: 'console.log(typeof missing);\nmissing + 1;' },
  { title: 'the temporal dead zone', code: 'console.log(x);\nlet x = 1;' },
  {
    title: 'RangeErrors',
    code: 'for (const f of [() => new Array(-1), () => "a".repeat(-1), () => (1).toFixed(101), () => 1n ** -1n]) try { f(); } catch (e) { console.log(`${e}`); }',
  },
  {
    title: 'stack overflow',
    code: 'const f = () => f();\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }',
  },
  { title: 'a syntax error', code: 'let x = ;' },
  { title: 'a syntax error in the middle', code: 'console.log("never");\nfunction f( {\n}' },
  { title: 'a missing bracket', code: 'console.log("a"' },
  { title: 'a duplicate declaration', code: 'let a = 1;\nlet a = 2;' },
  {
    title: 'an error with a cause',
    code: 'try { try { null.x } catch (e) { throw new Error("outer", { cause: e }) } } catch (e) { console.log(e.cause.message, Object.keys(e)); throw e; }',
  },
  {
    title: 'an AggregateError',
    code: 'Promise.any([Promise.reject(new Error("a")), Promise.reject(new TypeError("b"))]).catch((e) => { console.log(e.name, e.message, e.errors.length); throw e; });',
  },
  {
    title: 'an error class of its own',
    code: 'class ValidationError extends Error { constructor(m) { super(m); this.name = "ValidationError"; this.field = "age"; } }\nthrow new ValidationError("bad");',
  },
  { title: 'an error class without a name', code: 'class Foo extends TypeError {}\nthrow new Foo("x");' },
  { title: 'a thrown string', code: 'throw "text";' },
  { title: 'a thrown object', code: 'throw { code: 1 };' },
  { title: 'a thrown null', code: 'throw null;' },
  { title: 'an error without a message', code: 'throw new Error();' },
  { title: 'a message of several lines', code: 'throw new Error("one\\ntwo");' },
  {
    title: 'an unhandled rejection',
    code: 'async function f() { throw new TypeError("late"); }\nf();\nconsole.log("first");',
  },
  { title: 'an unhandled rejection with a string', code: 'Promise.reject("why");' },
  {
    title: 'a rejection that is handled late',
    code: 'const p = Promise.reject(new Error("x"));\nsetTimeout(() => p.catch(() => console.log("caught")), 5);',
  },
  {
    title: 'handlers of uncaught errors',
    code: 'process.on("uncaughtException", (e, origin) => console.log("got", e.message, origin));\nsetTimeout(() => { throw new Error("a") }, 1);\nPromise.reject(new Error("b"));',
  },
  {
    title: 'an unhandledRejection handler',
    code: 'process.on("unhandledRejection", (reason) => { console.log("got", reason); });\nPromise.reject(1);',
  },
  {
    title: 'exit listeners before the report of an error',
    code: 'process.on("exit", (c) => console.log("bye", c));\nnull.x;',
  },
  { title: 'exit codes', code: 'process.on("exit", (c) => console.log("bye", c));\nprocess.exitCode = 3;' },
  { title: 'process.exit', code: 'console.log(1);\nprocess.exit(4);\nconsole.log(2);' },
  {
    title: 'process.exit in a timer',
    code: 'setTimeout(() => process.exit(0), 200);\nsetInterval(() => console.log("tick"), 80);',
  },
  { title: 'an unsettled top-level await', extension: 'mjs', code: 'console.log(1);\nawait new Promise(() => {});' },
  {
    title: 'console methods',
    code: 'console.log("%s is %d and %i %j %o %%", "a", 1.5, 2.9, { a: 1 }, [1]);\nconsole.info("i");\nconsole.warn("w");\nconsole.error("e");\nconsole.debug("d");\nconsole.group("g");\nconsole.log("in");\nconsole.groupEnd();\nconsole.log("out");\nconsole.assert(false, "no");\nconsole.count();\nconsole.count("x");\nconsole.countReset();\nconsole.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });',
  },
  {
    title: 'console.table',
    code: 'console.table([{ a: 1, b: "س" }, { a: 2, c: true }]);\nconsole.table([[1, 2], [3, 4]]);\nconsole.table(new Map([["k", 1]]));',
  },
  {
    title: 'what console.log shows of values',
    code: 'console.log([1, , 3], { a: undefined, b: null, f() {}, g: class A {}, s: Symbol("s"), d: new Date(0), r: /x/g, n: -0, big: 10n });\nconsole.log(new Map([[1, { a: 2 }]]), new Set(["a"]), new WeakMap(), Promise.resolve(4), new Error("e").message);\nconsole.log([..."abcdefghijklmnopqrstuvwxyz"], "x".repeat(200).length, new Array(200).fill(7));\nconsole.log(Buffer.from("سلام"), new Uint8Array(3), process.version, typeof process.pid);',
  },
  {
    title: 'circular and nested objects',
    code: 'const a = { name: "a", deep: { b: { c: { d: {} } } } };\na.self = a;\nconsole.log(a);\ntry { JSON.stringify(a); } catch (e) { console.log(e.message); }',
  },
  {
    title: 'console.trace and error objects',
    code: 'function f() { console.trace("here"); }\nf();\nconsole.log(new TypeError("shown"));\nconsole.log({ e: new RangeError("in an object") });',
  },
  {
    title: 'util.inspect options',
    code: 'const util = require("node:util");\nconsole.log(util.inspect({ a: [1, 2, { b: 3 }] }, { compact: false, depth: 5, sorted: true }), util.format("%s", Symbol("x")), util.types.isDate(new Date()));',
  },
  {
    title: 'getters, proxies and classes',
    code: 'class A { #p = 1; get x() { return 1; } static s = 2; toString() { return "A!"; } }\nconsole.log(new A(), `${new A()}`, A, new Proxy({ a: 1 }, {}), { get v() { return 1; } }, Object.create(null), Object.create({ a: 1 }));',
  },
  { title: 'a private field from outside', code: 'class A { #p = 1; static read(o) { return o.#p; } }\nA.read({});' },
  { title: 'super before this', code: 'class B {}\nclass A extends B { constructor() { this.x = 1; } }\nnew A();' },
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
  { title: 'destructuring of nothing', code: 'const { a } = null;' },
  {
    title: 'destructuring of a parameter',
    code: 'function f({ name, age = 3 }) { console.log(name, age); }\nf({ name: "a" });\nf();',
  },
  {
    title: 'Map, Set, WeakRef, grouping',
    code: 'const m = new Map(Object.entries({ a: 1 }));\nm.set({}, 2);\nconsole.log(m, [...new Set([1, 1, 2])], Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")), structuredClone({ d: new Date(5) }));\nnew Map([1]);',
  },
  { title: 'BigInt', code: 'console.log(2n ** 64n, typeof 1n, BigInt("12"), 5n / 2n);\nconsole.log(1n + 1);' },
  {
    title: 'labels and loops',
    code: 'outer: for (let i = 0; i < 3; i++) for (const k in { a: 1, b: 2 }) { if (i === 1) continue outer; if (i === 2) break outer; console.log(i, k); }\ndo { console.log("once") } while (false);',
  },
  {
    title: 'Arabic text and Intl',
    code: 'console.log(new Intl.NumberFormat("ar-EG").format(1234567.891), new Date(0).toLocaleDateString("ar-EG", { dateStyle: "full" }), ["ي", "ا", "ب"].sort(new Intl.Collator("ar").compare), "كتاب".length, [..."👨‍👩‍👧"].length, new Intl.PluralRules("ar").select(2), new Intl.ListFormat("ar").format(["أ", "ب"]));\nnew Intl.NumberFormat("en", { style: "currency" });',
  },
  {
    title: 'regular expressions',
    code: 'console.log("2024-01-02".match(/(?<y>\\d+)-(?<m>\\d+)/).groups, "aXbX".replaceAll("X", (m, o) => o));\nnew RegExp("(");',
  },
  { title: 'Symbol conversion', code: 'console.log(Symbol("a").toString());\n`${Symbol("a")}`;' },
  {
    title: 'strict mode',
    code: '"use strict";\nconst o = Object.freeze({ a: 1 });\ntry { o.a = 2; } catch (e) { console.log(e.message); }\ntry { delete Object.prototype; } catch (e) { console.log(e.message); }\nundeclared = 1;',
  },
  {
    title: 'CommonJS globals',
    code: 'console.log(typeof require, typeof module, this === module.exports, require.main === module, __filename, __dirname, module.id, process.argv.length);',
  },
  {
    title: 'import.meta',
    extension: 'mjs',
    code: 'console.log(import.meta.url, import.meta.dirname, import.meta.filename, import.meta.main, typeof require, this);\nconsole.log(import.meta.resolve("node:fs"));',
  },
  {
    title: 'module syntax in a .js file',
    code: 'import { basename } from "node:path";\nexport const x = 1;\nconsole.log(basename(import.meta.filename), await Promise.resolve(2));',
  },
  { title: 'require in a module', code: 'import fs from "fs";\nconst path = require("path");' },
  { title: 'import in CommonJS', extension: 'cjs', code: 'import fs from "fs";' },
  { title: 'a missing export', extension: 'mjs', code: 'import { nothing } from "node:fs";' },
  { title: 'a missing file', extension: 'mjs', code: 'import "./missing.mjs";' },
  { title: 'a missing file in CommonJS', code: 'require("./missing");' },
  {
    title: 'node: modules',
    code: 'const os = require("node:os"), crypto = require("node:crypto"), zlib = require("node:zlib"), { EventEmitter } = require("events"), assert = require("assert"), url = require("url"), qs = require("querystring");\nconsole.log(os.EOL, crypto.createHash("sha256").update("a").digest("hex"), zlib.gunzipSync(zlib.gzipSync("z")).toString(), new URL("http://a.b/c?d=1").searchParams.get("d"), qs.parse("a=1&b=2"));\nconst e = new EventEmitter(); e.once("x", (...a) => console.log(a)); e.emit("x", 1);\nassert.deepStrictEqual({ a: 1 }, { a: 2 });',
  },
  {
    title: 'an error event nobody listens to',
    code: 'const { EventEmitter } = require("events");\nnew EventEmitter().emit("error", new Error("boom"));',
  },
  { title: 'an unknown node: module', code: 'require("node:nothing");' },
  { title: 'an invalid URL', code: 'new URL("not a url");' },
  { title: 'an invalid argument', code: 'require("fs").readFileSync(42n);' },
  { title: 'an invalid argument type', code: 'Buffer.from(5);' },
  {
    title: 'files',
    code: 'const fs = require("fs"), path = require("path");\nfs.writeFileSync("a.txt", "مرحبا\\n");\nfs.appendFileSync("a.txt", "two");\nfs.mkdirSync("d/e", { recursive: true });\nfs.writeFileSync(path.join(__dirname, "d", "b.json"), "{}");\nconsole.log(fs.readFileSync("a.txt", "utf8"), fs.readdirSync("."), fs.existsSync("no"), fs.statSync("a.txt").size, path.resolve("a.txt"), fs.realpathSync("d/../a.txt"));\nfs.rmSync("d", { recursive: true });\nconsole.log(fs.readdirSync(".").length, process.cwd());',
  },
  {
    title: 'a file that does not exist',
    code: 'const fs = require("fs");\ntry { fs.readFileSync("missing.txt"); } catch (e) { console.log(e.message, e.code, e.errno, e.syscall, e.path); }\ntry { fs.readFileSync("/no/such/file"); } catch (e) { console.log(e.message, e.path); }\nconst { promisify } = require("util");\n(async () => { for (const f of [() => promisify(fs.readFile)("../missing.txt"), () => promisify(fs.readFile)("/no/such", "utf8"), () => promisify(fs.writeFile)("/no/such/a", "x"), () => fs.promises.readFile("/no/such"), () => fs.promises.writeFile("/no/such/a", ""), () => fs.promises.open("/no/such"), () => promisify(fs.readdir)("/no/such"), () => promisify(fs.rename)("/no/a", "/no/b"), () => fs.promises.mkdir("/no/a/b"), () => fs.promises.cp("/no/a", "b")]) await f().catch((e) => console.log(e.message, e.path, e.dest)); })();',
  },
  { title: 'an uncaught ENOENT', code: 'require("fs").readFileSync("missing.txt", "utf8");' },
  { title: 'an uncaught ENOENT of an absolute path', code: 'require("fs").openSync("/no/such/file");' },
  {
    title: 'an uncaught ENOENT of a promise',
    extension: 'mjs',
    code: 'import { readFile } from "node:fs/promises";\nawait readFile("/no/such/file");',
  },
  {
    title: 'other file errors',
    code: 'const fs = require("fs");\nfs.mkdirSync("d");\nfor (const f of [() => fs.mkdirSync("d"), () => fs.readFileSync("d"), () => fs.rmdirSync("no"), () => fs.rmSync("d"), () => fs.readdirSync(__filename), () => fs.writeFileSync("no/a", ""), () => process.chdir("/no/dir"), () => fs.readFileSync("a\\0b")]) try { f(); } catch (e) { console.log(e.code, e.message); }',
  },
  {
    title: 'file streams',
    extension: 'mjs',
    code: 'import fs from "node:fs";\nimport { pipeline } from "node:stream/promises";\nimport { createGzip, createGunzip } from "node:zlib";\nfs.writeFileSync("a", "line 1\\nline 2\\n");\nawait pipeline(fs.createReadStream("a"), createGzip(), createGunzip(), fs.createWriteStream("b"));\nconsole.log(fs.readFileSync("b", "utf8"));\nfs.createReadStream("missing").on("error", (e) => console.log(e.message));',
  },
  {
    title: 'reading lines of stdin',
    extension: 'mjs',
    stdin: 'سطر\nline 2',
    code: 'import readline from "node:readline";\nfor await (const line of readline.createInterface({ input: process.stdin })) console.log("got", line);\nconsole.log("end");',
  },
  {
    title: 'a question at the terminal',
    stdin: 'Ali\n',
    code: 'const rl = require("readline").createInterface({ input: process.stdin, output: process.stdout });\nrl.question("name? ", (a) => { console.log(`hi ${a}`); rl.close(); });',
  },
  { title: 'stdin as a file', stdin: '1 2', code: 'console.log(require("fs").readFileSync(0, "utf8").split(" "));' },
  {
    title: 'the order of stdout and stderr',
    code: 'const fs = require("fs");\nfs.writeSync(2, "e1\\n");\nprocess.stdout.write("o1\\n", () => console.error("written"));\nfs.writeFileSync(1, "o2\\n");\nsetImmediate(() => fs.write(2, "e2\\n", () => console.log("done")));',
  },
  {
    title: 'a replaced process.stdout.write',
    code: 'const real = process.stdout.write;\nconst seen = [];\nprocess.stdout.write = (t) => (seen.push(t), true);\nconsole.log("hidden");\nprocess.stdout.write = real;\nconsole.log(seen);',
  },
  {
    title: 'warnings',
    code: 'process.emitWarning("careful", { code: "W1", detail: "more" });\nnew (require("events"))().setMaxListeners(1).on("a", () => 1).on("a", () => 2);\nnew Buffer(1);',
  },
  {
    title: 'crypto and compression finish before a later timer',
    code: 'const crypto = require("crypto"), zlib = require("zlib");\nsetTimeout(() => console.log("timer"), 2000);\ncrypto.pbkdf2("a", "b", 1000, 8, "sha512", (e, k) => console.log(k.toString("hex")));\nzlib.gzip("a", (e, b) => console.log(b.length));\ncrypto.subtle.digest("SHA-1", new Uint8Array(2)).then((d) => console.log(d.byteLength));',
  },
  {
    title: 'AsyncLocalStorage',
    code: 'const { AsyncLocalStorage } = require("async_hooks");\nconst s = new AsyncLocalStorage();\ns.run(1, () => setTimeout(() => console.log(s.getStore()), 5));\ns.run(2, () => setTimeout(() => require("dns").lookup("localhost", () => console.log(s.getStore())), 50));',
  },
  {
    title: 'using and dispose',
    code: '{ using r = { [Symbol.dispose]() { console.log("disposed"); } }; console.log("in"); }',
  },
  {
    title: 'vm and eval',
    code: 'console.log(eval("1+1"), new Function("a", "return a*2")(4), require("vm").runInNewContext("x + 1", { x: 1 }));\neval("let = ");',
  },
  {
    title: 'TypeScript',
    extension: 'ts',
    code: 'interface User { name: string; age?: number }\nconst show = (u: User): string => `${u.name} ${u.age ?? "?"}`;\nconsole.log(show({ name: "a" } as User), (<T,>(x: T) => x)(3));\nconst u = null as unknown as User;\nu.name;',
  },
  {
    title: 'TypeScript modules',
    extension: 'mts',
    code: 'import { type Stats, existsSync } from "node:fs";\nlet s: Stats | undefined;\nexport type A = 1;\nconsole.log(existsSync("x"), s!?.size);',
  },
  {
    title: 'TypeScript CommonJS',
    extension: 'cts',
    code: 'const path: typeof import("node:path") = require("node:path");\nconsole.log(path.basename(__filename));',
  },
  { title: 'a TypeScript syntax error', extension: 'ts', code: 'const a: number = ;' },
  {
    title: 'localStorage without a file',
    code: 'console.log(typeof window, typeof document);\nconsole.log(typeof navigator.language);',
  },
  {
    title: 'the environment',
    code: 'process.env.A = 1;\nconsole.log(process.env.A === "1", process.env.NOPE, process.platform, process.stdout.isTTY, process.argv.slice(2));\nprocess.kill(2 ** 22 + 5, 0);',
  },
  {
    title: 'modules are the public ones',
    extension: 'mjs',
    code: 'import { builtinModules } from "node:module";\nconsole.log(builtinModules.filter((m) => m !== "node:sqlite").length, builtinModules.filter((m) => m.startsWith("internal")));\ntry { await import("internal/util"); } catch (e) { console.log(e.code); }',
  },
  {
    title: 'a subclass of Date',
    code: 'class D extends Date { x() { return 1; } }\nconst d = new D(0);\nconsole.log(d instanceof D, d instanceof Date, d.x(), d.toISOString(), Date.name, Date.length, typeof Date(), Date.UTC(2020, 0), new Date(2020, 1, 3).getTime(), Object.prototype.toString.call(new Date()), new Date("x"), new Date(NaN).getTime());\nnew Date("x").toISOString();',
  },
  {
    title: 'fetch of an address nobody listens on',
    extension: 'mjs',
    code: 'try { await fetch("http://127.0.0.1:59998"); } catch (e) { console.log(e.name, e.message, e.cause.message, e.cause.code); }\ntry { await fetch("http://127.0.0.1:9"); } catch (e) { console.log(e.message, e.cause.message); }\ntry { await fetch("nonsense"); } catch (e) { console.log(e.message, e.cause.code); }\nawait fetch("http://127.0.0.1:59999");',
  },
  {
    title: 'connecting where nobody listens',
    code: 'const net = require("net"), http = require("http");\nnet.connect(59999, "127.0.0.1").on("error", (e) => console.log(e)).on("close", (had) => console.log("closed", had));\nconst lookup = (host, options, done) => done(null, [{ address: "::1", family: 6 }, { address: "127.0.0.1", family: 4 }]);\nhttp.get({ host: "both", port: 59999, lookup }, () => {}).on("error", (e) => console.log(e.name, e.code, e.message, e.errors.map((x) => x.message)));\nrequire("https").get("https://127.0.0.1:59999").on("error", (e) => console.log(e.message));\nnet.connect("/no/such.sock").on("error", (e) => console.log(e.message));',
  },
  { title: 'an uncaught refusal', code: 'require("net").connect({ port: 59999, host: "127.0.0.1" });' },
  {
    title: 'a server and its client',
    code: 'const net = require("net");\nconst server = net.createServer((s) => { console.log("connection"); s.on("data", (d) => { console.log("server got", `${d}`); s.end("bye"); }); s.on("end", () => console.log("server end")); });\nserver.listen(0, "127.0.0.1", () => { const { address, family } = server.address(); console.log(address, family); const c = net.connect(server.address().port, "127.0.0.1", () => { console.log("connected", c.remoteAddress); c.write("hel"); c.write("lo"); }); c.on("data", (d) => console.log("client got", `${d}`)); c.on("end", () => console.log("client end")); c.on("close", (e) => { console.log("client close", e); server.close(() => console.log("server closed")); }); });',
  },
  {
    title: 'an HTTP server and its clients',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer((req, res) => { let body = ""; req.on("data", (d) => (body += d)); req.on("end", () => { res.writeHead(req.url === "/no" ? 404 : 200, { "content-type": "application/json" }); res.end(JSON.stringify({ method: req.method, url: req.url, body })); }); });\nawait new Promise((r) => server.listen(0, r));\nconst base = `http://localhost:${server.address().port}`;\nconst r = await fetch(base + "/a", { method: "POST", body: "x".repeat(100000) });\nconsole.log(r.status, r.headers.get("content-type"), (await r.json()).body.length);\nconst no = await fetch(base + "/no");\nconsole.log(no.ok, no.status, await no.text());\nhttp.get(base + "/b", (res) => { res.setEncoding("utf8"); res.on("data", (d) => console.log(d)); res.on("end", () => { console.log("end"); server.close(() => console.log("closed")); }); });',
  },
  {
    title: 'a server that hangs up',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer((req) => req.socket.destroy());\nawait new Promise((r) => server.listen(0, "127.0.0.1", r));\nconst { port } = server.address();\nawait new Promise((r) => http.get({ port, host: "127.0.0.1" }).on("error", (e) => { console.log(e.code, e.message); r(); }));\ntry { await fetch(`http://127.0.0.1:${port}`); } catch (e) { console.log(e.message, e.cause.message); }\nserver.close();',
  },
  {
    title: 'a request that times out',
    extension: 'mjs',
    code: 'import http from "node:http";\nconst server = http.createServer(() => {});\nawait new Promise((r) => server.listen(0, r));\nconst url = `http://localhost:${server.address().port}`;\ntry { await fetch(url, { signal: AbortSignal.timeout(50) }); } catch (e) { console.log(e.name, e.message); }\nconst c = new AbortController();\nsetTimeout(() => c.abort(), 10);\ntry { await fetch(url, { signal: c.signal }); } catch (e) { console.log(e.name, e.message); }\nconst req = http.get(url, { timeout: 30 });\nreq.on("timeout", () => { console.log("timeout"); req.destroy(new Error("too slow")); });\nreq.on("error", (e) => { console.log(e.message); server.closeAllConnections(); server.close(); });',
  },
  {
    title: 'a port that is taken',
    code: 'const net = require("net");\nconst a = net.createServer().listen(45871, () => { const b = net.createServer(); b.on("error", (e) => { console.log(e.code, e.message); a.close(); }); b.listen(45871); });',
  },
  {
    title: 'an uncaught EADDRINUSE',
    code: 'const http = require("http");\nhttp.createServer().listen(45872, "127.0.0.1", () => { http.createServer().listen(45872, "127.0.0.1"); });',
  },
  { title: 'a bad port', code: 'require("net").connect(70000);' },
  {
    title: 'dns of localhost',
    code: 'const dns = require("dns");\ndns.lookup("localhost", { family: 4 }, (...a) => console.log(...a));\ndns.promises.lookup("127.0.0.1").then(console.log);',
  },
  {
    title: 'a connection that is reset',
    code: "const net=require('net');\nconst s=net.createServer(c=>{c.resetAndDestroy()}).listen(45873,'127.0.0.1',()=>{\nconst c=net.connect(45873,'127.0.0.1');c.on('error',e=>console.log(e.message,e.code,e.syscall,e.errno));c.on('close',h=>{console.log('close',h);s.close()})});",
  },
  {
    title: 'an idle connection',
    code: "const net=require('net');\nconst s=net.createServer(c=>{c.on('error',e=>console.log('srv',e.code)); c.setTimeout(50,()=>{console.log('idle');c.destroy()})}).listen(0,'127.0.0.1',()=>{\nconst c=net.connect(s.address().port,'127.0.0.1');c.on('close',h=>{console.log('close',h);s.close()});c.on('end',()=>console.log('end'))});",
  },
  {
    title: 'connections that are kept alive',
    extension: 'mjs',
    code: "import http from 'node:http'; import {once} from 'node:events';\nconst agent=new http.Agent({keepAlive:true,maxSockets:1});\nconst s=http.createServer((q,r)=>{r.setHeader('x','y');r.write('part');setTimeout(()=>r.end(q.headers.host.split(':')[0]),10)}).listen(0,'127.0.0.1');await once(s,'listening');\nfor(let i=0;i<3;i++){const [res]=await once(http.get({port:s.address().port,host:'127.0.0.1',agent}),'response');let t='';for await(const d of res)t+=d;console.log(res.statusCode,t,res.headers.connection,res.headers['transfer-encoding'],res.httpVersion)}\nagent.destroy();s.close(()=>console.log('done'));",
  },
  {
    title: 'an error in a request handler',
    extension: 'mjs',
    code: "import http from 'node:http'; import {once} from 'node:events';\nconst s=http.createServer((q,r)=>{ throw new Error('in handler') }).listen(0,'127.0.0.1');await once(s,'listening');\nawait fetch('http://127.0.0.1:'+s.address().port);",
  },
  {
    title: 'a write of many megabytes',
    extension: 'mjs',
    code: "import net from 'node:net'; import {once} from 'node:events';\nconst big=Buffer.alloc(5e6,'a');\nconst s=net.createServer(async c=>{let n=0;for await(const d of c)n+=d.length;console.log('got',n);c.end();s.close()}).listen(0,'127.0.0.1');await once(s,'listening');\nconst c=net.connect(s.address().port,'127.0.0.1');await once(c,'connect');console.log(c.write(big));c.end(()=>console.log('flushed',c.bytesWritten));",
  },
  {
    title: 'a WebSocket where nobody listens',
    code: "const ws=new WebSocket('ws://127.0.0.1:59999');ws.onerror=e=>console.log(e.type,e.message,e.error?.message);ws.onclose=e=>console.log('close',e.code,e.wasClean);",
  },
  {
    title: 'a request body in pieces',
    extension: 'mjs',
    code: "import http from 'node:http';\nconst s=http.createServer((q,r)=>{q.pipe(r)}).listen(0,'127.0.0.1',()=>{\nconst req=http.request({port:s.address().port,host:'127.0.0.1',method:'POST'},res=>{res.on('data',d=>console.log(''+d));res.on('end',()=>s.close())});req.write('a');setTimeout(()=>{req.end('b')},20)});",
  },
  {
    title: 'streams to stdout',
    code: "const {Readable}=require('stream');const r=new Readable({read(){}});r.push('x');r.destroy(new Error('d'));",
  },
  {
    title: 'a destroyed stream',
    code: "async function a(){await b()} async function b(){await null;throw new Error('deep')} a();",
  },
  {
    title: 'stacks of modules and async functions',
    code: "setTimeout(function tick(){console.log(new Error('in timer').stack)},5);",
  },
  {
    title: 'a stack in a timer',
    code: "setImmediate(function tick(){console.log(new Error('x').stack)});process.nextTick(function n(){console.log(new Error('y').stack)});",
  },
  {
    title: 'stacks in immediates and ticks',
    code: "function f(){throw new Error('timer')} setTimeout(f,3);",
  },
  {
    title: 'an error thrown in a file callback',
    code: "const fs=require('fs');fs.readFile('no',function cb(e){console.log(e.stack);console.log(e)});fs.promises.readFile('no').catch(e=>console.log(e));fs.promises.readFile('/no').catch(e=>console.log(e));",
  },
  {
    title: 'stacks of file errors',
    code: "const fs=require('fs');try{fs.readFileSync('/no')}catch(e){console.log(e)}try{fs.statSync('no')}catch(e){console.log(e.stack)}",
  },
  {
    title: 'shown file errors',
    code: "try{fs.accessSync('x')}catch(e){console.log(e.message)}\nconst fs=require('fs');",
  },
  {
    title: 'a signal of its own',
    code: 'console.log([1,2,3].map(parseInt),[10,9,1].sort(),0.1+0.2,typeof null,[]+{},NaN===NaN,[..."ab"].entries().toArray(),Array.from({length:3},(_, i)=>i*2),"5"*"2",null??"d",undefined?.x);',
  },
  {
    title: 'a message channel',
    code: "const bc=new BroadcastChannel('x'),b2=new BroadcastChannel('x');bc.onmessage=e=>{console.log(e.data);bc.close();b2.close()};b2.postMessage('hi');",
  },
  {
    title: 'a package.json of its own',
    code: "const fs=require('fs');fs.mkdirSync('node_modules/foo',{recursive:true});fs.writeFileSync('node_modules/foo/package.json','{\"name\":\"foo\",\"main\":\"m.js\"}');fs.writeFileSync('node_modules/foo/m.js','module.exports=\"foo!\"');console.log(require('foo'),require.resolve('foo'));import('foo').then(m=>console.log(m.default));",
  },
  {
    title: 'a package of its own',
    code: "const fs=require('fs');fs.writeFileSync('bad.json','{\"a\":}');require('./bad.json');",
  },
  {
    title: 'a JSON module that is broken',
    code: "const fs=require('fs');fs.writeFileSync('bad.js','let x = ;');require('./bad.js');",
  },
  {
    title: 'a required file that is broken',
    code: "const fs=require('fs');fs.writeFileSync('a.js','exports.a=1;const b=require(\"./b\");exports.done=b');fs.writeFileSync('b.js','const a=require(\"./a\");module.exports=a.missing');console.log(require('./a'));require('./b').x.y;",
  },
  {
    title: 'file errors of streams and of absolute paths',
    code: "const a=require('assert');try{a.equal(1,2)}catch(e){console.log(e.message)}a.throws(()=>{throw new TypeError('x')},TypeError);a(0);",
  },
  {
    title: 'what is printed behind the end of stdout',
    extension: 'mjs',
    code: "import { pipeline } from 'node:stream/promises';\nimport { Readable } from 'node:stream';\nawait pipeline(Readable.from(['a', 'b']), process.stdout);\nconsole.log('swallowed');\nconsole.error('after');",
  },
  {
    title: 'console before and after somebody asks for its stream',
    code: 'console.log("first");\nconsole.error({ a: [1] });\nconsole.group("g");\nconsole.log("in\\nside");\nprocess.stdout.write("second\\n");\nconsole.log("third");\nprocess.stdout.write = (text) => process.stderr.write("taken: " + text);\nconsole.log("fourth");',
  },
  {
    title: 'another stream in the place of process.stdout before anything is printed',
    code: 'Object.defineProperty(process, "stdout", { value: { write: (text) => process.stderr.write("[" + text + "]"), listenerCount: () => 1, removeListener() {} } });\nconsole.log("text", { a: 1 });',
  },
  {
    title: 'colours asked for by the program',
    code: 'console.log({ a: 1 });\nprocess.env.FORCE_COLOR = "1";\nconsole.log({ a: 1 });\ndelete process.env.FORCE_COLOR;\nprocess.stdout.isTTY = true;\nprocess.stdout.getColorDepth = () => 8;\nconsole.log({ a: 1 });',
  },
  {
    title: 'the streams of console itself',
    code: 'console.log("a");\nconsole.log(typeof console._stdout.on, console._stdout.isTTY, console._stdout instanceof require("stream").Writable);\nconsole._stdout.write("b\\n");\nconsole.log(Object.getOwnPropertyNames(console).filter((name) => name.startsWith("_")));',
  },
  {
    title: 'HTTP/2 to a server of its own',
    code: 'const http2 = require("http2");\nconst server = http2.createServer();\nserver.on("stream", (stream) => { stream.respond({ ":status": 200 }); stream.end("أهلا"); });\nserver.listen(0, () => {\n  const client = http2.connect(`http://localhost:${server.address().port}`);\n  const request = client.request({ ":path": "/" }).setEncoding("utf8");\n  request.on("response", (headers) => console.log(headers[":status"]));\n  request.on("data", (text) => console.log(text));\n  request.on("end", () => { client.close(); server.close(); });\n});',
  },
  {
    title: 'traces behind a timer, in ticks that C++ runs',
    code: 'const { promisify, callbackify } = require("util");\npromisify(setTimeout)(10).then(() => callbackify(async () => { throw null; })((error) => console.log(error)));\nsetTimeout(() => process.nextTick(() => console.log(new Error("tick").stack)), 300);',
  },
  { title: 'a folder that is read as a file', code: 'require("fs").readFileSync(".");' },
  {
    title: 'a frozen Error',
    code: 'Object.freeze(Error);\ntry { require("fs").readFileSync("missing"); } catch (error) { console.log(error.message); }',
  },
  {
    title: 'the methods of console',
    code: 'console.log(console, console.createTask("مهمة").run(() => 5));\nfor (const args of [[], [""], [5]]) try { console.createTask(...args); } catch (error) { console.log(error.message); }\nnew console.createTask("x");',
  },
  {
    title: 'absolute paths of lstat and glob',
    code: 'const fs = require("fs");\nconsole.log(fs.globSync("*").length, fs.lstatSync(__filename).isFile());\ntry { fs.lstatSync("/نعم"); } catch (error) { console.log(error.message); }\nfs.lstat("/no", (error) => console.log(error.message));\nfs.promises.lstat("/no").catch((error) => console.log(error.message));\nfs.writeFileSync(__dirname + "/.env", "A=نص");\nprocess.loadEnvFile(__dirname + "/.env");\nfs.openAsBlob(__dirname + "/.env").then((blob) => blob.text()).then((text) => console.log(text, process.env.A));',
  },
  { title: 'a date that cannot be formatted', code: "new Intl.DateTimeFormat('en').format(new Date('bad'));" },
  { title: 'a date of a symbol', code: "const of = (v) => new Date(v);\nof(Symbol('x'));" },
  { title: 'waiting for what is no shared memory', code: 'Atomics.wait([1], 0, 0);' },
  {
    title: 'the functions that format dates',
    code: `const { prototype } = Intl.DateTimeFormat;
const { format } = new Intl.DateTimeFormat('en');
console.log([format.name], format.length, prototype.formatToParts.name, prototype.formatToParts.length, [0].map(format));
console.log(Object.keys(prototype), typeof format());
Object.getOwnPropertyDescriptor(prototype, 'format').get.call({});`,
  },
  {
    title: 'a closed stdout',
    code: "const fs = require('fs');\nconsole.log('before');\nfs.closeSync(1);\nconsole.log('after');\nconsole.error('still');",
  },
  { title: 'a closed stderr', code: "require('fs').closeSync(2);\nconsole.error('lost');\nconsole.log('kept');" },
  { title: 'writing to a closed stdout', code: "require('fs').closeSync(1);\nrequire('fs').writeSync(1, 'x');" },
  {
    title: 'a file that has the descriptor of stdout',
    code: `const fs = require('fs');
fs.closeSync(1);
const file = fs.openSync('a.txt', 'w');
fs.writeSync(file, 'in the file');
console.error(file, fs.readFileSync('a.txt', 'utf8'));`,
  },
  {
    title: 'a compile cache',
    code: `const { enableCompileCache, getCompileCacheDir } = require('module');
const { status, directory } = enableCompileCache('cache');
console.log(status, directory === require('path').resolve('cache'), getCompileCacheDir().startsWith(directory));`,
  },
];
