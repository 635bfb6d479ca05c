import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: whoever reads it meanwhile sees the old one or the new one. Its folder is made.
 *
 * @throws if it cannot be written; then nothing is left behind
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new Error(`${path} cannot be written: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Removes what killed processes left behind while they wrote these files; nobody else may be writing them. */
export async function removeUnfinished(paths: readonly string[]): Promise<void> {
  for (const [folder, files] of Map.groupBy(paths, dirname)) {
    const names = new Set(files.map((file) => basename(file)));
    const entries = await readdir(folder).catch(() => []);
    for (const entry of entries) {
      const name = /^\.(.+)\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.partial$/.exec(entry)?.[1];
      if (name !== undefined && names.has(name)) await rm(join(folder, entry), { force: true });
    }
  }
}

/** The file's bytes; undefined where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
