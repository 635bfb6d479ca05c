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
export function pyodideInfo(): PyodideInfo {
  const { version } = readPackageFile('package.json') as { version: string };
  const { python, platform, abi_version: abi } = pyodideLock().info;
  return { version, python, emscripten: platform.replace(/^emscripten_/, '').replaceAll('_', '.'), abi };
}

export interface PyodideInfo {
  readonly version: string;
  /** `3.14.2`. */
  readonly python: string;
  /** `5.0.3`. */
  readonly emscripten: string;
  /** What wheels with machine code are built for, `2026_0`; see PEP 783. */
  readonly abi: string;
}

/** A package of Pyodide's own distribution. */
export interface DistributedPackage {
  readonly name: string;
  readonly version: string;
  readonly file_name: string;
  readonly sha256: string;
  /** Top-level modules. */
  readonly imports: readonly string[];
  readonly depends: readonly string[];
  readonly package_type: 'package' | 'shared_library';
}

/** All that Pyodide's distribution has, without packages that only hold another one's tests. */
export function distributedPackages(): readonly DistributedPackage[] {
  return Object.values(pyodideLock().packages).filter(({ file_name: file }) => !file.endsWith('-tests.zip'));
}

/** The package of Pyodide's distribution that brings a top-level module. */
export function packageOfModule(module: string): string | undefined {
  return distributedPackages().find(({ imports }) => imports.includes(module))?.name;
}

/** A lock file for Pyodide that names no packages: its own loader never loads any. JSON. */
export function emptyLockFile(): string {
  return JSON.stringify({ info: pyodideLock().info, packages: {} });
}

interface PyodideLock {
  readonly info: { readonly python: string; readonly platform: string; readonly abi_version: string };
  readonly packages: Readonly<Record<string, DistributedPackage>>;
}

let lock: PyodideLock | undefined;

function pyodideLock(): PyodideLock {
  lock ??= readPackageFile('pyodide-lock.json') as PyodideLock;
  return lock;
}

function readPackageFile(name: string): unknown {
  return JSON.parse(readFileSync(join(pyodideFolder(), name), 'utf8'));
}
