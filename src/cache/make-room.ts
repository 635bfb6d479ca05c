import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

const hour = 60 * 60 * 1000;
/**
 * Milliseconds without use after which a file goes, and bytes of all files together above which the oldest ones
 * go.
 */
const keptUnused = 30 * 24 * hour;
const keptBytes = 1024 ** 3;
/** Milliseconds for which a file stays in any case: a process may just have been given its path. */
const keptBusy = hour;

/** Makes the folder for a file of the cache, and removes from it what nobody has used for long. */
export function makeRoom(file: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const others = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path !== file)
    .flatMap((path) => factsOf(path) ?? [])
    .toSorted((a, b) => a.unused - b.unused);
  let bytes = 0;
  for (const { path, unused, size } of others) {
    bytes += size;
    if (unused > keptUnused || (bytes > keptBytes && unused > keptBusy)) rmSync(path, { force: true });
  }
}

/** Lets a file count as used. */
export function markUsed(file: string): void {
  utimesSync(file, new Date(), new Date());
}

function factsOf(path: string): { readonly path: string; readonly unused: number; readonly size: number } | undefined {
  // Another process may have removed it.
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts && { path, unused: Date.now() - facts.mtimeMs, size: facts.size };
}
