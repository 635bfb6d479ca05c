import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalText } from '../../../src/examples/judge.ts';
import type { Runner } from '../../../src/examples/runner.ts';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { step } from './world.ts';

/** What one example may do to the next, each with what shows it. */
const traces: Readonly<Record<string, readonly [dirt: string, probe: string]>> = {
  prototypes: [
    'Array.prototype.map = () => "dirt"; Object.prototype.dirt = 1; String.prototype.trim = null;',
    'console.log([1, 2].map((n) => n + 1), "dirt" in {}, " a ".trim());',
  ],
  globals: [
    'globalThis.dirt = 1; globalThis.fetch = undefined; globalThis.Math = {};',
    'console.log(typeof dirt, typeof fetch, Math.max(1, 2), Object.keys(globalThis).length);',
  ],
  timers: [
    'setInterval(() => console.log("tick"), 10); setTimeout(() => process.exit(), 35);',
    'setTimeout(() => console.log("after", process.getActiveResourcesInfo()), 100);',
  ],
  listeners: [
    'process.on("exit", () => console.log("dirt")); process.on("SIGTERM", () => {});',
    'console.log(process.eventNames(), process.listenerCount("exit"));',
  ],
  rejections: [
    'Promise.reject(new Error("dirt"));',
    'console.log("clean"); Promise.resolve().then(() => console.log("end"));',
  ],
  exits: ['process.exitCode = 3; process.exit();', 'console.log(process.exitCode);'],
  'uncaught errors': [
    'process.on("uncaughtException", () => {}); setTimeout(() => undefined.x);',
    'console.log(process.listenerCount("uncaughtException")); undefined.x;',
  ],
  environment: ['process.env.DIRT = "1"; delete process.env.HOME;', 'console.log(process.env);'],
  'working folder': ['process.chdir("/tmp"); process.umask(0);', 'console.log(process.cwd(), process.umask());'],
  files: [
    'const fs = require("fs"); fs.writeFileSync("a", "x"); fs.mkdirSync("/tmp/d"); fs.writeFileSync("/home/user/.rc", "");',
    'const fs = require("fs"); console.log(fs.readdirSync("."), fs.readdirSync("/tmp"), fs.readdirSync("/home/user"));',
  ],
  modules: [
    'require("fs").readFileSync = () => "dirt"; require("util").inspect.defaultOptions.depth = 0; require.cache.dirt = 1;',
    'console.log(require("fs").readFileSync(__filename, "utf8").length, { a: { b: { c: {} } } }, Object.keys(require.cache));',
  ],
  servers: [
    'require("http").createServer((_, response) => response.end("dirt")).listen(3000);',
    'fetch("http://localhost:3000").then(console.log, (error) => console.log(error.cause.code));',
  ],
  console: [
    'console.log = () => {}; process.stdout.write = () => true;',
    'console.log("visible"); process.stdout.write("too\\n");',
  ],
  clock: [
    'setTimeout(() => {}, 3_000_000); Date.now = () => 0;',
    'console.log(Date.now() > 1e12, Math.round(performance.now()), new Date().toISOString());',
  ],
  randomness: [
    'Math.random(); require("crypto").randomBytes(7);',
    'console.log(Math.random(), process.pid, require("crypto").createHash("md5").update("a").digest("hex"));',
  ],
  heap: ['globalThis.keep = Array.from({ length: 1e6 }, (_, n) => ({ n }));', 'console.log(typeof keep);'],
};

const programs = Object.values(traces).flat();

describe('a world of Node', () => {
  let runner: Runner;
  beforeAll(async () => {
    runner = await createNodeRunner();
  }, 60_000);
  afterAll(() => runner.close());

  const run = async (code: string): Promise<string> => {
    const [result] = await runner.run({ seed: 1, steps: [step(code)] });
    if (!result) throw new Error('no result');
    return `${terminalText(result)}${JSON.stringify(result.end)}`;
  };
  const runInTurn = async (order: readonly number[]): Promise<readonly string[]> => {
    const texts = programs.map(() => '');
    for (const index of order) texts[index] = await run(programs[index] ?? '');
    return texts;
  };

  it('prints byte for byte the same forwards, backwards, shuffled and all at once', async () => {
    const forwards = programs.map((_, index) => index);
    const shuffled = forwards.toSorted((a, b) => ((a * 7919) % 31) - ((b * 7919) % 31));
    const texts = await runInTurn(forwards);
    expect(await runInTurn(forwards.toReversed())).toEqual(texts);
    expect(await runInTurn(shuffled)).toEqual(texts);
    expect(await Promise.all(programs.map(run))).toEqual(texts);
  });

  it('would show every trace, as it does within one world', async () => {
    const ends = new Set([
      'timers',
      'rejections',
      'exits',
      'uncaught errors',
      'clock',
      'randomness',
      'heap',
      'servers',
    ]);
    for (const [name, [dirt, probe]] of Object.entries(traces)) {
      if (ends.has(name)) continue;
      const together = await run(`{ ${dirt} }\n{ ${probe} }`);
      expect([name, together]).not.toEqual([name, await run(`{}\n{ ${probe} }`)]);
    }
  });
});
