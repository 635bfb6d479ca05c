import { readdirSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, relative } from 'node:path';
import { sha256 } from './cache.ts';

/** Which code a result is of. */
export interface Fingerprint {
  /** SHA-256 (hex). */
  readonly value: string;
  /** Whether the files it was taken of are still the same ones. */
  holds(): boolean;
}

/**
 * Takes the fingerprint of a folder of code: all files in it, those that lie beside it and the cache's own, the
 * versions of the packages they import and of all that these need, and the platform. Files and packages are
 * found by looking: a list of them would miss the next one. Beside it, texts for people do not count: a README,
 * or the log of the very command that looks.
 *
 * @param facts what else counts: an interpreter, the locked packages
 */
export function takeFingerprint(folder: string, facts: readonly string[]): Fingerprint {
  const list = (): string[] =>
    [join(folder, '..'), import.meta.dirname]
      .flatMap((near) => filesIn(near, false))
      .filter((file) => !/\.(?:md|log|txt)$/i.test(file))
      .concat(filesIn(folder, true));
  const files = list();
  const before = stateOf(files);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const value = sha256(
    JSON.stringify([
      process.platform,
      process.arch,
      facts,
      Object.entries(packageVersions(importedPackages(texts), join(folder, 'any.ts'))).map(([manifest, version]) => [
        relative(folder, manifest),
        version,
      ]),
      files.map((file, index) => [relative(folder, file), texts[index]]),
    ]),
  );
  let lookedAt = Number.NEGATIVE_INFINITY;
  let held = true;
  return {
    value,
    holds() {
      if (performance.now() - lookedAt > betweenLooks) {
        held &&= stateOf(list()) === before;
        lookedAt = performance.now();
      }
      return held;
    },
  };
}

/** Milliseconds. An interpreter that has read an edited file takes longer than that to its first result. */
const betweenLooks = 100;

function filesIn(folder: string, recursive: boolean): string[] {
  return readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
}

function stateOf(files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${file} ${stat?.mtimeMs} ${stat?.size}`;
    })
    .join('\n');
}

/** Names of the npm packages in the import declarations and calls of these sources. */
function importedPackages(sources: readonly string[]): string[] {
  const specifiers = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:from\s+|import\s*\(?\s*)(['"])([^'".\n][^'"\n]*)\1/g)].map((match) => match[2] ?? ''),
  );
  const names = specifiers
    .filter((specifier) => !specifier.startsWith('node:'))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)].toSorted();
}

/**
 * Version of every package that is reached from these names, by the path of its manifest.
 *
 * @param from the file that imports them
 */
function packageVersions(
  names: readonly string[],
  from: string,
  versions: Record<string, string> = {},
): Readonly<Record<string, string>> {
  for (const name of names) {
    const manifest = manifestOf(name, from);
    if (manifest === undefined || manifest in versions) continue;
    const { version = '', ...needs } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    versions[manifest] = version;
    const needed = { ...needs.dependencies, ...needs.optionalDependencies, ...needs.peerDependencies };
    packageVersions(Object.keys(needed), manifest, versions);
  }
  return versions;
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Undefined where it is not installed: it is imported for its types only, is optional, or is no package. */
function manifestOf(name: string, from: string): string | undefined {
  try {
    return findPackageJSON(name, from);
  } catch {
    return undefined;
  }
}
