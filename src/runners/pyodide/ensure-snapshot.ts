import { basename, join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';
import { takeFingerprint } from '../../cache/fingerprint.ts';
import { makeInProcess } from './make-in-process.ts';
import { pathsOf, type WorldFiles } from './world-files.ts';

/**
 * The memory of an interpreter that has booted from these files, compressed by Zstandard; taken when it is first asked
 * for, and anew whenever the files, this folder's code, Pyodide or Node are others.
 */
export async function ensureSnapshot(
  files: WorldFiles,
): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  // These are named after what they hold.
  const named = [files.standardLibrary, files.sitePackages ?? '', files.imports ?? ''].map((path) => basename(path));
  const facts = [...named, files.lockFile, files.clock, String(files.hashSeed), process.version];
  const key = `snapshot-${sha256(takeFingerprint(import.meta.dirname, facts).value).slice(0, 16)}`;
  const make = () => makeInProcess('snapshot-worker', 'snapshot', files, pathsOf(files));
  return ensureCached(join(cacheFolder(), 'python'), key, 'zst', make);
}
