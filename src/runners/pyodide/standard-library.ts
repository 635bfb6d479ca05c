import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, sha256, writeWhole } from '../cache.ts';
import { frameReader } from './frames.ts';
import { launch } from './launch.ts';
import type { Wheel } from './packages.ts';
import type { PrecompileRequest } from './precompile-worker.ts';
import { emptyLockFile, pyodideFolder, pyodideInfo } from './pyodide-package.ts';

/**
 * Python's standard library as an archive with bytecode, from which Pyodide boots in a third of the time; built when it
 * is first asked for. The browser is served the same file.
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

/** The archive's name tells what it was made of and what it must contain. */
async function ensureArchive(
  what: PrecompileRequest['what'],
  archives: readonly string[],
  place: string,
): Promise<string> {
  const script = join(import.meta.dirname, 'precompile.py');
  const sources = await Promise.all([script, ...archives].map(async (path) => sha256(await readFile(path))));
  const { version } = pyodideInfo();
  const key = `${what}-${sha256([version, place, ...sources].join('\n')).slice(0, 16)}`;
  const folder = join(cacheFolder(), 'python');
  const cached = await findIntact(folder, key);
  if (cached) return cached;
  const archive = await precompile({
    pyodide: pyodideFolder(),
    lockFile: emptyLockFile(),
    script,
    what,
    archives,
    place,
  });
  const path = join(folder, `${key}-${sha256(archive)}.zip`);
  await writeWhole(path, archive);
  return path;
}

async function findIntact(folder: string, key: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(`${key}-`) && name.endsWith('.zip'))) {
    const path = join(folder, name);
    if (name === `${key}-${sha256(await readFile(path))}.zip`) return path;
  }
  return undefined;
}

function precompile(request: PrecompileRequest): Promise<Uint8Array> {
  const readable = [request.pyodide, request.script, ...request.archives];
  const { process: child, requests, frames } = launch(join(import.meta.dirname, 'precompile-worker.ts'), readable);
  requests.write(`${JSON.stringify(request)}\n`);
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`Cannot compile the ${request.what} of Python: ${reason}`));
    const read = frameReader((kind, bytes) => {
      if (kind === 'stdout') resolve(bytes.slice());
      else fail(new TextDecoder().decode(bytes));
      child.kill('SIGKILL');
    });
    frames.on('data', read);
    child.on('error', (error) => fail(error.message));
    child.on('close', () => fail('its process ended'));
  });
}
