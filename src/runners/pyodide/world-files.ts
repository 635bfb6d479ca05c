import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorldOptions } from './python-world.ts';
import type { WorkerScope } from './worker-scope.ts';

/** What a process boots an interpreter from. Paths are absolute. */
export interface WorldFiles {
  /** Folder of the npm package `pyodide`. */
  readonly pyodide: string;
  readonly lockFile: string;
  readonly standardLibrary: string;
  readonly sitePackages: string | null;
  /** What `ensureImportRecord` gave for these packages; null: nothing of their import is made ahead. */
  readonly imports: string | null;
  readonly world: string;
  readonly clock: WorldOptions['clock'];
  readonly hashSeed: number;
}

/** Reads them, as far as Pyodide does not itself. */
export async function worldOptions(
  files: WorldFiles,
  scope: Pick<WorkerScope, 'advanceClock' | 'processorTime'>,
): Promise<WorldOptions> {
  const indexUrl = `${pathToFileURL(files.pyodide)}/`;
  const { loadPyodide } = (await import(`${indexUrl}pyodide.mjs`)) as typeof import('pyodide');
  return {
    loadPyodide,
    indexUrl,
    lockFile: files.lockFile,
    standardLibraryUrl: pathToFileURL(files.standardLibrary).href,
    world: readWorld(files.world),
    ...(files.sitePackages !== null && { sitePackages: readFileSync(files.sitePackages) }),
    ...(files.imports !== null && { imports: readFileSync(files.imports, 'utf8') }),
    clock: files.clock,
    processorTime: scope.processorTime,
    ...(files.clock === 'virtual' && { advanceClock: scope.advanceClock }),
    hashSeed: files.hashSeed,
  };
}

/** What such a process must be allowed to read. */
export function pathsOf({ pyodide, standardLibrary, sitePackages, imports, world }: WorldFiles): readonly string[] {
  return [pyodide, standardLibrary, world, ...(sitePackages ? [sitePackages] : []), ...(imports ? [imports] : [])];
}

/** The files of `world/`, by path from there. */
export function readWorld(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.py'));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}
