import { config } from '../../config.ts';
import lock from './packages.lock.json' with { type: 'json' };

/** A Python package that examples may import. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Name of the wheel. */
  readonly file: string;
  /** Of the wheel in Pyodide's distribution, and of the one in the Python package index. */
  readonly sha256: { readonly distribution: string; readonly index: string };
  /** Top-level modules it brings. */
  readonly imports: readonly string[];
  /** Names of the packages it needs. */
  readonly depends: readonly string[];
}

const { locked, unlocked } = withDependencies(config.packages);

/** The configured packages and what they need, as far as the lock file has them; ordered by name. */
export const lockedPackages: readonly LockedPackage[] = locked;

/** Names that the configuration asks for and the lock file does not have. */
export const unlockedPackages: readonly string[] = unlocked;

/** Whether examples may import this package; spelt as in an index, where `A_b` and `a-b` are one name. */
export function isLocked(name: string): boolean {
  return lockedPackages.some((entry) => indexName(entry.name) === indexName(name));
}

function indexName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** SHA-256 values that a package's wheel may have. */
export function knownHashes({ sha256 }: LockedPackage): readonly string[] {
  return [sha256.distribution, sha256.index];
}

function withDependencies(names: readonly string[]): { locked: LockedPackage[]; unlocked: string[] } {
  const all: readonly LockedPackage[] = lock.packages;
  const needed = new Set(names);
  for (const name of needed)
    for (const other of all.find((entry) => entry.name === name)?.depends ?? []) needed.add(other);
  return {
    locked: all.filter(({ name }) => needed.has(name)),
    unlocked: [...needed].filter((name) => !all.some((entry) => entry.name === name)),
  };
}
