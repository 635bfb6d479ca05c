import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runtimeFolder } from '../src/browser/python-runtime.ts';
import { runtimeFiles } from './runtime-files.ts';

/** Lays what Python in the browser is made of into the built site. */
export async function copyRuntime(dist: string): Promise<void> {
  for (const [name, file] of await runtimeFiles()) {
    const target = join(dist, runtimeFolder, name);
    await mkdir(dirname(target), { recursive: true });
    if ('path' in file) await copyFile(file.path, target);
    else await writeFile(target, file.text);
  }
}
