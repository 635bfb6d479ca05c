import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Runner, RunResult } from '../../../../src/examples/runner.ts';
import { createNodeRunner } from '../../../../src/runners/node/node-runner.ts';
import { printed } from '../use-runner.ts';
import { type StepOptions, step } from '../world.ts';
import { harnessAttacks, naiveHarness, naiveSecret } from './harness-attacks.ts';
import { type BareOptions, type BareRun, type Host, openHost, runBare } from './host.ts';
import { bareBytes, endlessAttacks, floodAttacks, memoryAttacks } from './limit-attacks.ts';
import { networkAttacks } from './network-attacks.ts';
import { processAttacks } from './process-attacks.ts';
import { readingAttacks } from './reading-attacks.ts';
import { writingAttacks } from './writing-attacks.ts';

// Every attack is contained, gets its verdict and leaves the next example unharmed; and it succeeds where its
// defence is missing: in the same Node, started without any of ours.

let runner: Runner;
let host: Host;
let folder: string;
beforeAll(async () => {
  runner = await createNodeRunner({ concurrency: 2 });
  host = await openHost();
  folder = mkdtempSync(join(tmpdir(), 'mithal-bare-'));
});
// Some attacks leave a hundred thousand folders.
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(async () => {
  await runner.close();
  host.close();
  rmSync(folder, { recursive: true });
  expect(worldProcesses()).toEqual([]);
});

/** Runs the attack, and after it an example that must be as if nothing had happened. */
async function contained(code: string, options: StepOptions = {}): Promise<RunResult> {
  const [result] = await runner.run({ seed: 1, steps: [step(code, options)] });
  const [next] = await runner.run({ seed: 1, steps: [step('console.log([1].concat(2), typeof process.exit)')] });
  expect(next).toMatchObject({ output: [{ text: '[ 1, 2 ] function\n' }], end: { kind: 'completed' } });
  if (!result) throw new Error('no result');
  return result;
}

async function bare(code: string, options?: BareOptions): Promise<BareRun> {
  return runBare(code, host, folder, options);
}

describe.each([
  ['reading the host', readingAttacks],
  ['writing to the host', writingAttacks],
  ['other processes and native code', processAttacks],
  ['the real network', networkAttacks],
])('%s', (_, attacks) => {
  const reaches = async (text: string): Promise<boolean> =>
    text.includes(host.token) || text.includes('REACHED') || (await host.wasTouched());

  test.each(attacks)('$title', async ({ code, end }) => {
    const result = await contained(code(host));
    expect(await reaches(printed(result)), printed(result)).toBe(false);
    expect(result.end.kind, JSON.stringify(result.end)).toBe(end);
    const told: string[] = [];
    // Some never end by themselves, and a busy machine takes long to reach anything.
    for (const time of [3000, 60_000]) {
      const { text } = await bare(code(host), { time });
      if (await reaches(text)) return;
      told.push(text);
    }
    expect.fail(`without a defence it reaches nothing: ${told.join('\n')}`);
  });
});

describe('endless work', () => {
  test.each(endlessAttacks)('$title', async ({ code, ends }) => {
    const { end } = await contained(code, { limits: { time: 300 } });
    expect(ends, JSON.stringify(end)).toContain(end.kind);
    expect((await bare(code, { time: 1000 })).isEndless).toBe(true);
  });
});

describe('more than there is room for', () => {
  test.each(memoryAttacks)('$title', async ({ code, ends }) => {
    const { end } = await contained(code, { limits: { memory: 64 * 1024 ** 2, time: 5000 } });
    expect(ends, JSON.stringify(end)).toContain(end.kind);
    expect((await bare(code, { bytes: bareBytes })).memory).toBeGreaterThan(bareBytes / 2);
  });

  test.each(floodAttacks)('$title', async ({ code, ends }) => {
    const result = await contained(code, { limits: { output: 100_000 } });
    expect(ends, JSON.stringify(result.end)).toContain(result.end.kind);
    expect(printed(result)).toHaveLength(100_000);
    expect((await bare(code, { bytes: bareBytes })).memory).toBeGreaterThan(bareBytes / 2);
  });
});

describe('the harness itself', () => {
  test.each(harnessAttacks)('$title', async ({ code }) => {
    const { end } = await contained(code);
    expect(end).toMatchObject({ kind: 'error', error: { message: 'the truth' } });
    const { text } = await bare(code, { preload: naiveHarness, nodeOptions: [] });
    const told = text.split(/(?=00c0)/).filter((line) => line.startsWith(naiveSecret));
    expect(told.at(-1) ?? '', 'what a harness without a defence is told last').not.toContain('uncaught');
  });
});

function worldProcesses(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`mithal-node-${process.pid}-`);
      } catch {
        return false;
      }
    });
}
