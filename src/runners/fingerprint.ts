import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { sha256 } from './cache.ts';

/** Everything but the world that decides what a runner's results are. */
export interface Fingerprint {
  /** SHA-256 (hex). */
  readonly value: string;
  /** Whether the files it was taken of are still the same ones. */
  holds(): boolean;
}

/**
 * Takes the fingerprint of a runner: all files of its folder and those that lie beside it, the versions of the packages
 * they import, and the platform. Files and packages are found by looking: a list of them would miss the next one.
 *
 * @param facts what else counts: the interpreter, the locked packages
 */
export function takeFingerprint(folder: string, facts: readonly string[]): Fingerprint {
  const list = (): string[] => [...filesIn(join(folder, '..'), false), ...filesIn(folder, true)];
  const files = list();
  const before = stateOf(files);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const value = sha256(
    JSON.stringify([
      process.platform,
      process.arch,
      facts,
      importedPackages(texts).map((name) => [name, versionOf(name, folder)]),
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

/** Undefined where it is not installed: it is imported for its types only, or is no package. */
function versionOf(name: string, folder: string): string | undefined {
  try {
    const manifest = createRequire(join(folder, 'package.json')).resolve(`${name}/package.json`);
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
