import { join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../src/cache/cache.ts';
import type { Fingerprint } from '../../src/cache/fingerprint.ts';

/** A file in the user's cache. */
export interface KeptFile {
  /** Folder of the cache. */
  readonly folder: string;
  readonly extension: string;
  /** The code that makes it. */
  readonly code: Fingerprint;
  /** All else that it is made of; JSON. */
  readonly inputs: unknown;
}

/** What this very code makes of these inputs, out of the cache where it has made it before. */
export async function keptByCode(
  { folder, extension, code, inputs }: KeptFile,
  make: () => Promise<Uint8Array | string>,
): Promise<Uint8Array> {
  // Of code that was changed meanwhile, nobody knows what it makes.
  if (!code.holds()) return Buffer.from(await make());
  const key = sha256(JSON.stringify([code.value, inputs])).slice(0, 16);
  return (await ensureCached(join(cacheFolder(), folder), key, extension, make)).bytes;
}
