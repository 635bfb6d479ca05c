import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache.ts';
import { createPyodideRunner } from '../../../src/runners/pyodide/pyodide-runner.ts';
import { printed, pythonStep } from './run-python.ts';

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
  expect(kept).toHaveLength(2);
  expect(await run(program, [1, 2])).toEqual(first);
  expect(await snapshots()).toEqual(kept);
  for (const path of kept) {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0);
    await writeFile(path, bytes);
  }
  expect(await run(program, [1, 2])).toEqual(first);
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

async function snapshots(): Promise<readonly string[]> {
  const python = join(cacheFolder(), 'python');
  return (await readdir(python)).filter((name) => name.startsWith('snapshot-')).map((name) => join(python, name));
}
