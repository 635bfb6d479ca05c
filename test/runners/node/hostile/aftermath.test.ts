// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { spawn } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Runner, RunResult } from '../../../../src/examples/runner.ts';
import { createFrameReader } from '../../../../src/runners/node/frames.ts';
import { createNodeRunner } from '../../../../src/runners/node/node-runner.ts';
import { findPinnedNode } from '../../../../src/runners/pinned-node.ts';
import { step } from '../world.ts';

// What an attack leaves to the runner, when it is over.

let runner: Runner;
beforeAll(async () => {
  runner = await createNodeRunner({ concurrency: 1 });
});
afterAll(() => runner.close());

async function run(code: string): Promise<RunResult> {
  const [result] = await runner.run({ seed: 1, steps: [step(code)] });
  if (!result) throw new Error('no result');
  return result;
}

test('escapes and direction marks stay what they are: data', async () => {
  const hostile = '\u001b[2J\u001b]0;t\u0007\u202e\u2066\r';
  const { output, end } = await run(
    `console.log(${JSON.stringify(hostile)}); const e = new Error(${JSON.stringify(hostile)}); e.name = '\\x1b[1m'; throw e;`,
  );
  expect(output).toEqual([{ stream: 'stdout', text: `${hostile}\n` }]);
  expect(end).toMatchObject({ kind: 'error', error: { name: '\u001b[1m', message: hostile } });
});

test('an error of any length or shape keeps nobody busy', async () => {
  const begin = performance.now();
  for (const thrown of [
    "new Error('\\n'.repeat(3e5))",
    "'x'.repeat(5e7)",
    "new Error('Node.js v1'.repeat(1e5))",
    'Object.assign(new Error("x"), { name: "y".repeat(1e7), code: "z".repeat(1e7) })',
    'new Proxy({}, { getPrototypeOf: () => new Proxy({}, { getPrototypeOf: () => Object.prototype }) })',
    'new Proxy({}, { get() { throw 1 }, ownKeys() { throw 2 }, getPrototypeOf() { throw 3 } })',
  ]) {
    const { end } = await run(`throw ${thrown}`);
    expect(end.kind, thrown).toBe('error');
    expect(JSON.stringify(end).length).toBeLessThan(4e6);
  }
  expect(performance.now() - begin).toBeLessThan(120_000);
});

test('folders without rights, and nested deeper than a path may be long, are removed', async () => {
  const { end } = await run(`
    const fs = require('fs');
    const deep = (root) => {
      fs.mkdirSync(root);
      process.chdir(root);
      for (let depth = 0; depth < 17; depth++) { fs.mkdirSync('a'.repeat(200)); process.chdir('a'.repeat(200)); }
      const leaf = process.cwd();
      process.chdir('/example');
      return leaf;
    };
    const leaf = deep('one');
    deep('two');
    process.chdir(leaf);
    fs.renameSync('/example/two', 'two');
    fs.mkdirSync('/example/locked/in', { recursive: true });
    fs.chmodSync('/example/locked', 0);`);
  expect(end).toEqual({ kind: 'completed' });
});

test('a program that replaced every function hears none that holds what the world must keep', async () => {
  const { output } = await run(`
    const held = new Set(), { apply } = Reflect;
    const look = (value) => {
      if (typeof value === 'function' && /^(_kill|writeBuffer|spawn|reallyExit)$/.test(value.name)) held.add(value.name);
      if (ArrayBuffer.isView(value) && value.byteLength === 21) held.add('head of a frame');
    };
    const exec = RegExp.prototype.exec, add = Set.prototype.add;
    let deaf = true;
    for (const owner of [Array, String, RegExp, Map, Set, WeakSet, Promise, Function, Object, Uint8Array.__proto__, DataView]) {
      for (const key of Reflect.ownKeys(owner.prototype)) {
        const { value, writable } = Object.getOwnPropertyDescriptor(owner.prototype, key);
        if (typeof value !== 'function' || !writable || key === 'constructor') continue;
        owner.prototype[key] = function (...args) {
          if (!deaf) { deaf = true; look(this); for (let i = 0; i < args.length; i++) look(args[i]); deaf = false; }
          return apply(value, this, args);
        };
      }
    }
    deaf = false;
    process.stdout.write('x');
    process.kill(process.pid, 0);
    try { process.kill(4242, 0) } catch {}
    try { require('child_process').spawnSync('x') } catch {}
    require('fs').writeFileSync('f', 'y');
    deaf = true;
    console.log([...held].join());`);
  expect(output.map(({ text }) => text).join('')).toBe('x\n');
});

test('a program whose file has taken the number of the channel is not said to have ended well', async () => {
  const closing = [
    "new (require('tty').ReadStream)(3).destroy(); await new Promise(setImmediate)",
    `const handle = await fs.promises.open('own', 'w');
    const native = handle[Object.getOwnPropertySymbols(handle).find(({ description }) => description === 'kHandle')];
    await new native.constructor(3).close()`,
  ];
  for (const close of closing) {
    const { end } = await run(`
      const fs = require('fs');
      process.on('exit', () => {});
      (async () => { ${close}; fs.openSync('taken', 'w+'); console.log('nobody reads this') })();`);
    expect(end, close).toEqual({ kind: 'exit', code: 1 });
  }
});

test('a program that says it is exiting goes on, and ends as it ends', async () => {
  const { end } = await run(`
    process._exiting = true;
    Promise.resolve('exit').then(process.emit.bind(process));
    setTimeout(() => { throw new Error('the truth') });`);
  expect(end).toMatchObject({ kind: 'error', error: { message: 'the truth' } });
});

test('an error after a refusal that was caught is no error of plain Node', async () => {
  const { end } = await run("try { require('child_process').execSync('true') } catch { null.x }");
  expect(end).toMatchObject({ kind: 'unavailable' });
  expect(end).not.toHaveProperty('error');
});

test('bytes that are no frames of the world end the reading', () => {
  const secret = Buffer.alloc(16, 7);
  const head = (kind: number, length: number): Buffer => {
    const bytes = Buffer.alloc(5);
    bytes[0] = kind;
    bytes.writeUInt32BE(length, 1);
    return Buffer.concat([secret, bytes]);
  };
  const good = Buffer.concat([head(1, 2), Buffer.from('ok')]);
  for (const forged of [
    Buffer.alloc(40),
    Buffer.concat([head(3, 4), Buffer.from('{no}')]),
    Buffer.concat([head(9, 2), Buffer.from('ok')]),
    head(1, 0xffffffff),
  ]) {
    const reader = createFrameReader(secret, () => undefined);
    for (const byte of Buffer.concat([good, forged, good])) reader.push(Buffer.of(byte));
    expect(reader.items).toHaveLength(1);
    expect(reader.isForged()).toBe(true);
  }
});

test.runIf(process.platform === 'linux')('a world does not outlive a runner that is killed', async () => {
  const code = `
    import { createNodeRunner } from ${JSON.stringify(import.meta.resolve('../../../../src/runners/node/node-runner.ts'))};
    const runner = await createNodeRunner();
    const code = "require('vm').runInNewContext('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)')";
    const limits = { time: 60_000, output: 1e6, memory: 1e9 };
    const form = { kind: 'module', system: 'detect' };
    void runner.run({ seed: 1, steps: [{ language: 'javascript', form, code, parseOnly: false, files: [], packages: [], limits }] });
    setInterval(() => undefined, 1000);`;
  const killed = spawn(findPinnedNode().path, ['--input-type=module', '--eval', code], { stdio: 'ignore' });
  const worlds = (): number =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && folderOf(pid).includes(`mithal-node-${killed.pid}-`))
      .length;
  await expect.poll(worlds, { timeout: 120_000 }).toBeGreaterThan(0);
  killed.kill('SIGKILL');
  await expect.poll(worlds, { timeout: 60_000 }).toBe(0);
});

function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
