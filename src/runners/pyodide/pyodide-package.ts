import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the npm package `pyodide`. */
export function pyodideFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
}

/** Name and versions as shown to readers. */
export function pyodideInterpreter(): string {
  const { version, python } = pyodideInfo();
  return `CPython ${python} (Pyodide ${version})`;
}

/** Versions of the installed Pyodide, as it states them. */
export function pyodideInfo(): { readonly version: string; readonly python: string } {
  const { version } = readPackageFile('package.json') as { version: string };
  return { version, python: pyodideLock().info.python };
}

/** A lock file for Pyodide that names no packages: its own loader never loads any. JSON. */
export function emptyLockFile(): string {
  return JSON.stringify({ info: pyodideLock().info, packages: {} });
}

function pyodideLock(): { readonly info: { readonly python: string } } {
  return readPackageFile('pyodide-lock.json') as { info: { python: string } };
}

function readPackageFile(name: string): unknown {
  return JSON.parse(readFileSync(join(pyodideFolder(), name), 'utf8'));
}
