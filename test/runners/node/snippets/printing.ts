// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** What programs print, and where. */
export const printing: readonly Snippet[] = [
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
    title: 'streams to stdout',
    code: "const {Readable}=require('stream');const r=new Readable({read(){}});r.push('x');r.destroy(new Error('d'));",
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
    title: 'the methods of console',
    code: 'console.log(console, console.createTask("مهمة").run(() => 5));\nfor (const args of [[], [""], [5]]) try { console.createTask(...args); } catch (error) { console.log(error.message); }\nnew console.createTask("x");',
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
];
