import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeRoom, markUsed } from './make-room.ts';
import { readIfThere, writeWhole } from './whole-file.ts';

/**
 * Folder for what is fetched or built once per user, outside every project. It may be deleted at any time and
 * is shared by processes running at once, so whatever is taken out of it is checked.
 */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (xdg) return join(xdg, 'mithal');
  if (platform === 'win32' && local) return join(local, 'mithal', 'Cache');
  const home = environment['HOME'] || homedir();
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'mithal') : join(home, '.cache', 'mithal');
}

/**
 * A file of the cache, made when it is missing. Its name tells what it was made of (`key`) and what it must
 * contain. Its neighbours are such files too, of which the long unused are removed then.
 *
 * @returns its path and its content, which was just checked
 */
export async function ensureCached(
  folder: string,
  key: string,
  extension: string,
  make: () => Promise<Uint8Array | string>,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(`${key}-`) && name.endsWith(`.${extension}`))) {
    const path = join(folder, name);
    // Another process may have removed it meanwhile.
    const bytes = await readIfThere(path);
    if (!bytes || name !== `${key}-${sha256(bytes)}.${extension}`) continue;
    ignoreFailure(() => markUsed(path));
    return { path, bytes };
  }
  const made = await make();
  const path = join(folder, `${key}-${sha256(made)}.${extension}`);
  await writeWhole(path, made);
  ignoreFailure(() => makeRoom(path));
  return { path, bytes: typeof made === 'string' ? new TextEncoder().encode(made) : made };
}

/** A cache that is full of old files, or that cannot be written to, costs room or time, not the run. */
function ignoreFailure(tidy: () => void): void {
  try {
    tidy();
  } catch {
    // It is tried again with the next file.
  }
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
