import { randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, with the permissions it had. A link is followed: what it leads to is replaced.
 *
 * @param before what the file held when it was read
 * @throws if it holds something else by now; then nothing was written
 */
export async function replaceFile(file: string, before: Uint8Array, after: string): Promise<void> {
  const path = await realpath(file);
  const { mode } = await stat(path);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    await writeFile(unfinished, after, { flag: 'wx', flush: true });
    await chmod(unfinished, mode);
    if (!(await readFile(path)).equals(before)) {
      throw new Error('It was changed meanwhile. Nothing was written; run the command again.');
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
