import { chmodSync, type Dirent, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// A program has done what it wanted in these folders: taken all rights away, nested them deeper than a path may
// be long; and it may still be filling them.

/** Bytes of all files below a folder; every entry counts as {@link leastEntry} at least. */
export function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    size += leastEntry;
    if (entry.isDirectory()) size += sizeOf(path);
    else size += Math.max(0, blocksOf(path) - leastEntry);
  }
  return size;
}

/** Bytes. An entry without content takes less; so this also bounds how long we look. */
const leastEntry = 16 * 1024;

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return [];
  }
  try {
    const { mode } = lstatSync(folder);
    chmodSync(folder, 0o700);
    const entries = readdirSync(folder, { withFileTypes: true });
    chmodSync(folder, mode);
    return entries;
  } catch {
    // It is gone.
    return [];
  }
}

function blocksOf(path: string): number {
  try {
    return lstatSync(path).blocks * 512;
  } catch {
    return 0;
  }
}

/** Removes a folder that nobody uses any more. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    allowAll(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function allowAll(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) allowAll(join(folder, entry.name));
  }
}
