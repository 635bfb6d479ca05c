import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';
import { makeInProcess } from './make-in-process.ts';
import type { Wheel } from './packages.ts';
import type { PrecompileRequest } from './precompile-worker.ts';
import { emptyLockFile, pyodideFolder, pyodideInfo } from './pyodide-package.ts';

/**
 * Python's standard library as an archive with bytecode, from which Pyodide boots in a third of the time; built
 * when it is first asked for. The browser is served the same file.
 *
 * @returns its path in the cache
 */
export async function ensureStandardLibrary(): Promise<string> {
  const [major, minor] = pyodideInfo().python.split('.');
  const place = `/lib/python${major}${minor}.zip`;
  return ensureArchive('standard_library', [join(pyodideFolder(), 'python_stdlib.zip')], place);
}

/**
 * The packages, with bytecode, as an archive of what `site-packages` contains when they are installed.
 *
 * @returns its path in the cache
 */
export async function ensureSitePackages(wheels: readonly Wheel[]): Promise<string> {
  const [major, minor] = pyodideInfo().python.split('.');
  const place = `/lib/python${major}.${minor}/site-packages`;
  return ensureArchive(
    'site_packages',
    wheels.map(({ path }) => path),
    place,
  );
}

async function ensureArchive(
  what: PrecompileRequest['what'],
  archives: readonly string[],
  place: string,
): Promise<string> {
  const script = join(import.meta.dirname, 'precompile.py');
  const sources = await Promise.all([script, ...archives].map(async (path) => sha256(await readFile(path))));
  const { version } = pyodideInfo();
  const key = `${what}-${sha256([version, place, ...sources].join('\n')).slice(0, 16)}`;
  const { path } = await ensureCached(join(cacheFolder(), 'python'), key, 'zip', () =>
    precompile({ pyodide: pyodideFolder(), lockFile: emptyLockFile(), script, what, archives, place }),
  );
  return path;
}

function precompile(request: PrecompileRequest): Promise<Uint8Array> {
  const readable = [request.pyodide, request.script, ...request.archives];
  return makeInProcess('precompile-worker', request.what, request, readable);
}
