import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache.ts';
import { findPinnedNode } from '../../../src/runners/pinned-node.ts';
import { createPyodideRunner } from '../../../src/runners/pyodide/pyodide-runner.ts';
import { copyProject } from '../../copy-project.ts';
import { printed, pythonStep } from './run-python.ts';

// Each makes archives and snapshots of its own.
vi.setConfig({ testTimeout: 240_000 });

const usual = cacheFolder();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mithal-snapshot-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
  await mkdir(cacheFolder());
  await symlink(join(usual, 'wheels'), join(cacheFolder(), 'wheels'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

it('is taken once for each hash seed, and anew where the cached one is damaged', async () => {
  const program = 'import logging; print({"a", "b", "c", "d", "e", "f"}, id(object())); logging.warning("w")';
  const first = await run(program, [1, 2]);
  const kept = await snapshots();
  // The third is the one in which the import of the packages was seen.
  expect(kept).toHaveLength(3);
  expect(await run(program, [1, 2])).toEqual(first);
  expect(await snapshots()).toEqual(kept);
  await damageAll();
  expect(await run(program, [1, 2])).toEqual(first);
});

it('is never booted from when it is damaged after it was looked at', async () => {
  const runner = await createPyodideRunner({ concurrency: 1 });
  const runHere = (code: string) => runner.run({ steps: [pythonStep(code, { time: 500 })], seed: 1 });
  try {
    expect((await runHere('while True: pass'))[0]?.end).toEqual({ kind: 'timeout' });
    await damageAll();
    await expect(runHere('print(1)')).rejects.toMatchObject({
      cause: { message: expect.stringContaining('is damaged') },
    });
  } finally {
    await runner.close();
  }
  expect(await run('print(1)', [1])).toEqual(['1\n']);
});

it('is made by two at once without harm', async () => {
  await Promise.all((await snapshots()).map((path) => rm(path)));
  const program = 'print(sorted({"a", "b"}), len(__import__("sys").modules))';
  const [one, other] = await Promise.all([run(program, [1]), run(program, [1])]);
  expect(one).toEqual(other);
  // Either made its own, byte for byte the same or not; both are whole.
  expect(await run(program, [1])).toEqual(one);
});

it('is another one where the code of the world is another', async () => {
  const copy = copyProject({});
  try {
    const environment = join(copy, 'src/runners/pyodide/world/_mithal/environment.py');
    const show = `
      import { createPyodideRunner } from './src/runners/pyodide/pyodide-runner.ts';
      const runner = await createPyodideRunner({ concurrency: 1 });
      const limits = { time: 10_000, output: 1e6, memory: 5e8 };
      const step = { language: 'python', form: { kind: 'script' }, code: 'import sys; print(sys.stale)', parseOnly: false, files: [], packages: [], limits };
      const [{ output, end }] = await runner.run({ steps: [step], seed: 1 });
      console.log(output[0]?.text ?? end.error.text);
      await runner.close();`;
    const runCopy = (): string =>
      execFileSync(findPinnedNode().path, ['--input-type=module', '--eval', show], { cwd: copy, encoding: 'utf8' });
    const source = await readFile(environment, 'utf8');
    await writeFile(environment, `${source}\nimport sys\nsys.stale = "old"\n`);
    expect(runCopy()).toMatch(/^old$/m);
    await writeFile(environment, `${source}\nimport sys\nsys.stale = "new"\n`);
    expect(runCopy()).toMatch(/^new$/m);
  } finally {
    await rm(copy, { recursive: true });
  }
});

/** What the program prints under these seeds, in processes that end with it. */
async function run(program: string, seeds: readonly number[]): Promise<readonly string[]> {
  const runner = await createPyodideRunner({ concurrency: 2 });
  try {
    const results = await Promise.all(seeds.map((seed) => runner.run({ steps: [pythonStep(program)], seed })));
    return results.map(([result]) => (result ? printed(result) : ''));
  } finally {
    await runner.close();
  }
}

async function damageAll(): Promise<void> {
  for (const path of await snapshots()) {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0);
    await writeFile(path, bytes);
  }
}

async function snapshots(): Promise<readonly string[]> {
  const python = join(cacheFolder(), 'python');
  return (await readdir(python)).filter((name) => name.startsWith('snapshot-')).map((name) => join(python, name));
}
