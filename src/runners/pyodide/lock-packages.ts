import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { forPyodide, notThere, runPython } from './fetch-wheels.ts';
import type { LockedPackage, PackageLock, WheelPlace } from './package-lock.ts';
import { ensureWheels } from './packages.ts';
import { type DistributedPackage, distributedPackages, pyodideInfo } from './pyodide-package.ts';
import { indexName, type Requirement } from './requirements.ts';

/** What is to be locked. */
export interface LockOrder {
  readonly requirements: readonly Requirement[];
  /** Folders of wheels of one's own; absolute. */
  readonly findLinks: readonly string[];
  /** Packages that keep their versions where the requirements allow it. */
  readonly kept: readonly LockedPackage[];
}

/**
 * Chooses the packages that the requirements need, by this machine's pip: the newest versions that Pyodide can import,
 * pure Python or built for its platform, out of the folders, the package index, or Pyodide's own distribution.
 * Their wheels are in the cache then.
 *
 * @throws if there is no such choice, or a wheel cannot be had
 */
export async function lockPackages({ requirements, findLinks, kept }: LockOrder): Promise<PackageLock> {
  const folders = findLinks.map((folder) => realOr(folder));
  const resolved = await resolvePackages(requirements, folders, kept);
  const packages = resolved.map((found) => entryOf(found, folders)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const { wheels, missing } = await ensureWheels({ locked: packages, findLinks });
  if (missing.length > 0) throw new Error(missing.map(({ reason }) => reason).join('\n'));
  const imports = await readImports(wheels.map(({ path }) => path));
  return {
    pyodide: pyodideInfo().version,
    requirements: requirements.map(({ text }) => text),
    packages: packages.map((entry, index) => ({ ...entry, imports: imports[index] ?? [] })),
  };
}

/** One line for each package that is not in both as the same version; for people. */
export function changesBetween(before: readonly LockedPackage[], after: readonly LockedPackage[]): readonly string[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [old, now] = [before, after].map((packages) => packages.find((entry) => entry.name === name)?.version);
    if (old === now) return [];
    return old === undefined
      ? `+ ${name} ${now}`
      : now === undefined
        ? `- ${name} ${old}`
        : `~ ${name} ${old} → ${now}`;
  });
}

/** A package as `resolve_packages.py` prints it. */
interface ResolvedPackage {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  readonly folder: string | null;
}

async function resolvePackages(
  requirements: readonly Requirement[],
  folders: readonly string[],
  kept: readonly LockedPackage[],
): Promise<readonly ResolvedPackage[]> {
  if (requirements.length === 0) return [];
  const resolve = (versions: readonly string[]) =>
    runPython(
      join(import.meta.dirname, 'resolve_packages.py'),
      versions,
      JSON.stringify(orderForPip(requirements, folders)),
    );
  let { output, failed } = await resolve(kept.map(({ name, version }) => `${name}==${version}`));
  if (failed && kept.length > 0 && isConflict(failed)) ({ output, failed } = await resolve([]));
  if (failed === undefined) return JSON.parse(output) as readonly ResolvedPackage[];
  throw new Error(
    failed === notThere ? 'Packages are chosen by pip, and there is no Python on this machine.' : told(failed),
  );
}

function orderForPip(requirements: readonly Requirement[], folders: readonly string[]) {
  const { python, emscripten } = pyodideInfo();
  const [major, minor] = python.split('.');
  return {
    pip: [
      ...forPyodide(),
      ...folders.map((folder) => `--find-links=${folder}`),
      ...requirements.map(({ text }) => text),
    ],
    // What Pyodide is, not what its world looks like: a package for Linux alone cannot be imported here.
    environment: {
      implementation_name: 'cpython',
      implementation_version: python,
      os_name: 'posix',
      platform_machine: 'wasm32',
      platform_python_implementation: 'CPython',
      platform_release: emscripten,
      platform_system: 'Emscripten',
      platform_version: '',
      python_full_version: python,
      python_version: `${major}.${minor}`,
      sys_platform: 'emscripten',
    },
    wheels: distributedPackages().filter(isOnlyThere).map(descriptionOf),
  };
}

/** Wheels of pure Python come out of the index, which tells more exactly what they need. */
function isOnlyThere({ file_name: file }: DistributedPackage): boolean {
  return !file.endsWith('-none-any.whl');
}

function descriptionOf({ name, version, file_name, depends }: DistributedPackage) {
  const file = file_name.endsWith('.whl') ? file_name : `${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`;
  return { name, version, file, depends };
}

function isConflict(complaints: string): boolean {
  return /ResolutionImpossible|No matching distribution/.test(complaints);
}

/** pip's own words, and what they mean here. */
function told(complaints: string): string {
  const name = /No matching distribution found for ([A-Za-z0-9._-]+)/.exec(complaints)?.[1];
  if (name === undefined) return complaints;
  const { version, abi } = pyodideInfo();
  return `There is no wheel of ${name} that Pyodide ${version} can import: it must be of pure Python, or built for pyemscripten_${abi}_wasm32. pip says:\n${complaints}`;
}

function entryOf({ name, version, file, sha256, folder }: ResolvedPackage, folders: readonly string[]): LockedPackage {
  const distributed = distributedPackages().find((entry) => indexName(entry.name) === indexName(name));
  if (folder === '' && distributed?.package_type === 'shared_library') {
    throw new Error(
      `${name} is a library of Pyodide’s distribution that is in no wheel; a package that needs it cannot be locked.`,
    );
  }
  const place: WheelPlace = folder !== null && folders.includes(realOr(folder)) ? 'folder' : 'index';
  const places: Partial<Record<WheelPlace, string>> = {
    ...(distributed?.file_name === file && place === 'index' && { distribution: distributed.sha256 }),
    ...(folder !== '' && { [place]: sha256 }),
  };
  return { name: indexName(name), version, file, sha256: places, imports: [] };
}

async function readImports(wheels: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { output, failed } = await runPython(join(import.meta.dirname, 'wheel_imports.py'), wheels);
  if (failed !== undefined) throw new Error(`The wheels cannot be read: ${failed}`);
  return JSON.parse(output) as readonly (readonly string[])[];
}

function realOr(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
