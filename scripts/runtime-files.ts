import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PythonRuntime } from '../src/browser/python-runtime.ts';
import { sha256 } from '../src/runners/cache.ts';
import { ensureWheels } from '../src/runners/pyodide/packages.ts';
import { emptyLockFile, pyodideFolder, pyodideInfo } from '../src/runners/pyodide/pyodide-package.ts';
import { ensureSitePackages, ensureStandardLibrary } from '../src/runners/pyodide/standard-library.ts';

/** Where a file's content is, or the text it consists of. */
export type RuntimeFile = { readonly path: string } | { readonly text: string };

/**
 * Everything that Python in the browser is made of, by path from `runtimeFolder` on the site: the very files that the
 * examples ran on. Names change with the content, but for `python.json`, which tells them.
 */
export async function runtimeFiles(): Promise<ReadonlyMap<string, RuntimeFile>> {
  const { wheels } = await ensureWheels();
  const standardLibrary = await named('standard-library', await ensureStandardLibrary());
  const sitePackages = wheels.length > 0 ? await named('site-packages', await ensureSitePackages(wheels)) : undefined;
  const pyodide = `pyodide-${pyodideInfo().version}/`;
  const pyodideFiles = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm'].map(
    (name) => [pyodide + name, { path: join(pyodideFolder(), name) }] as const,
  );
  const archives = [standardLibrary, ...(sitePackages ? [sitePackages] : [])];
  const fetched = [...archives.map(([, { path }]) => path), join(pyodideFolder(), 'pyodide.asm.wasm')];
  const sizes = await Promise.all(fetched.map(async (path) => (await stat(path)).size));
  const runtime: PythonRuntime = {
    pyodide,
    standardLibrary: standardLibrary[0],
    sitePackages: sitePackages?.[0] ?? null,
    size: sizes.reduce((sum, size) => sum + size, 0),
    lockFile: emptyLockFile(),
    world: await readWorld(),
  };
  return new Map<string, RuntimeFile>([
    ...pyodideFiles,
    ...archives,
    ['python.json', { text: JSON.stringify(runtime) }],
  ]);
}

async function named(name: string, path: string): Promise<readonly [string, { readonly path: string }]> {
  return [`${name}-${sha256(await readFile(path)).slice(0, 12)}.zip`, { path }];
}

async function readWorld(): Promise<Record<string, string>> {
  const folder = join(import.meta.dirname, '../src/runners/pyodide/world');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
