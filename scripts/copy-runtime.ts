import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeFolder } from '../src/browser/runtime.ts';
import { runtimeFiles } from './runtime-files.ts';

/** Lays what runs examples in the browser into the built site. */
export async function copyRuntime(dist: string): Promise<void> {
  const folder = join(dist, runtimeFolder);
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await runtimeFiles()) await writeFile(join(folder, name), bytes);
}
