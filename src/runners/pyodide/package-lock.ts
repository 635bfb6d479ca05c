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

export const lockedPackages: readonly LockedPackage[] = lock.packages;

/** SHA-256 values that a package's wheel may have. */
export function knownHashes({ sha256 }: LockedPackage): readonly string[] {
  return [sha256.distribution, sha256.index];
}
