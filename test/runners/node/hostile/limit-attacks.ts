// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { End } from '../../../../src/examples/runner.ts';

/** A program that takes more than it may. Without limits it goes on, or takes more than {@link bareBytes}. */
export interface LimitAttack {
  readonly title: string;
  readonly code: string;
  readonly ends: readonly End['kind'][];
}

/** Bytes of memory, output or files that a program takes if nobody keeps it from it. */
export const bareBytes = 256 * 1024 ** 2;

const attack = (title: string, code: string, ...ends: End['kind'][]): LimitAttack => ({ title, code, ends });

export const endlessAttacks: readonly LimitAttack[] = [
  attack('a loop', 'while (true);', 'timeout'),
  attack('a loop that catches everything', 'for (;;) try { throw 1 } catch {}', 'timeout'),
  attack('promises that make promises', '(function f() { Promise.resolve().then(f) })()', 'timeout'),
  attack('process.nextTick', '(function f() { process.nextTick(f) })()', 'timeout'),
  attack('immediates', '(function f() { setImmediate(f) })()', 'timeout'),
  attack('a regular expression', '/^(a+)+$/.test("a".repeat(40) + "b")', 'timeout'),
  attack('a comparison function', '[1, 2].sort(() => { for (;;); })', 'timeout'),
  attack('a loop when it exits', 'process.on("exit", () => { for (;;); })', 'timeout'),
  attack(
    'a loop in a handler of its own error',
    'process.on("uncaughtException", () => { for (;;); }); null.x',
    'timeout',
  ),
  attack(
    'an error whose stack never comes',
    'throw Object.defineProperty(new Error("x"), "stack", { get() { for (;;); } })',
    'timeout',
  ),
  attack(
    'a thrown proxy that never answers',
    'throw new Proxy(new Error("x"), { get() { for (;;); }, getPrototypeOf() { for (;;); } })',
    'timeout',
  ),
  attack('sleep without an end', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)', 'timeout'),
  attack(
    'sleep without an end, in a realm of its own',
    'require("vm").runInNewContext("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)")',
    'timeout',
  ),
  attack(
    'sleep in short pieces, in a realm of its own',
    'require("vm").runInNewContext("const a = new Int32Array(new SharedArrayBuffer(4)); for (;;) Atomics.wait(a, 0, 0, 15)")',
    'timeout',
  ),
  attack('a file that is watched', 'require("fs").watchFile(__filename, { interval: 20 }, () => {})', 'timeout'),
  attack('a timer without an end', 'setInterval(() => {}, 1e6)', 'timeout'),
  attack('a thread of the pool', 'require("crypto").pbkdf2("a", "b", 2 ** 31 - 1, 64, "sha512", () => {})', 'timeout'),
  attack('its own stop', 'process.kill(process.pid, "SIGSTOP"); for (;;);', 'timeout'),
  attack(
    'signals that it ignores',
    'for (const s of ["SIGTERM", "SIGINT", "SIGHUP", "SIGXCPU"]) process.on(s, () => {}); setInterval(() => {}, 1e6); for (;;);',
    'timeout',
  ),
  attack(
    'a loop in what is called when garbage is gone',
    'const r = new FinalizationRegistry(() => { for (;;); }); (() => r.register({}, 0))(); let n = 0; const i = setInterval(() => { globalThis.x = Array.from({ length: 1e5 }, () => ({})); if (++n === 500) clearInterval(i); }, 1)',
    'timeout',
  ),
  attack(
    'WebAssembly',
    'const b = Uint8Array.of(0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,8,1,0,10,9,1,7,0,3,64,12,0,11,11); new WebAssembly.Instance(new WebAssembly.Module(b))',
    'timeout',
  ),
];

export const memoryAttacks: readonly LimitAttack[] = [
  attack('objects', 'const a = []; for (;;) a.push({ a: a.length })', 'memory-limit'),
  attack('bytes outside of the heap', 'const a = []; for (;;) a.push(Buffer.alloc(1e7, 1))', 'memory-limit'),
  attack(
    'a text that doubles',
    'let s = "ab"; const a = []; for (;;) { a.push(Buffer.from((s + s).slice(0, 2 ** 27))); if (s.length < 2 ** 27) s += s }',
    'memory-limit',
  ),
  attack(
    'the memory of WebAssembly',
    'const m = new WebAssembly.Memory({ initial: 1, maximum: 65536 }); for (;;) { m.grow(256); new Uint8Array(m.buffer).fill(1) }',
    'memory-limit',
  ),
  attack(
    'shared memory',
    'const a = []; for (;;) a.push(new Uint8Array(new SharedArrayBuffer(2 ** 24)).fill(1))',
    'memory-limit',
  ),
  attack(
    'what is packed small',
    'const z = require("zlib"); const small = z.gzipSync(Buffer.alloc(2 ** 26)); const a = []; for (;;) a.push(z.gunzipSync(small).fill(1))',
    'memory-limit',
  ),
  attack(
    'many files',
    'for (let i = 0; ; i++) require("fs").writeFileSync(`f${i}`, Buffer.alloc(2 ** 24))',
    'memory-limit',
  ),
  attack(
    'many folders',
    'for (let i = 0; i < 1e5; i++) require("fs").mkdirSync(`d${i}`); for (;;);',
    'memory-limit',
    'timeout',
  ),
  attack('a promise for every number', 'const a = []; for (;;) a.push(new Promise(() => {}))', 'memory-limit'),
];

export const floodAttacks: readonly LimitAttack[] = [
  attack('lines', 'for (;;) console.log("x".repeat(1e4))', 'output-limit'),
  attack('errors', 'for (;;) console.error("x".repeat(1e4))', 'output-limit'),
  attack('one text', 'process.stdout.write("x".repeat(1.4e8))', 'output-limit'),
  attack('writes that do not wait', 'for (;;) require("fs").write(1, "x".repeat(1e4), () => {})', 'output-limit'),
  attack('descriptor 2', 'for (;;) require("fs").writeSync(2, Buffer.alloc(1e4))', 'output-limit'),
  attack(
    'many pieces at once',
    'const b = Buffer.alloc(1e6); for (;;) require("fs").writevSync(1, Array(100).fill(b))',
    'output-limit',
  ),
];
