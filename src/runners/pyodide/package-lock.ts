import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wrongInPackageLock } from './check-package-lock.ts';
import { indexName, parseRequirements, type Requirement, requirementsFile } from './requirements.ts';

/** A Python package that examples may import. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Name of the wheel. */
  readonly file: string;
  /** SHA-256 (hex) of the wheel in each place that has one; a wheel is accepted if it has any of them. */
  readonly sha256: Readonly<Partial<Record<WheelPlace, string>>>;
  /** Top-level modules it brings. */
  readonly imports: readonly string[];
}

/** A folder of one's own, Pyodide's distribution, the package index. */
export type WheelPlace = 'folder' | 'distribution' | 'index';

/** The file that `npm run packages` writes. */
export interface PackageLock {
  /** Version of Pyodide that it was made for. */
  readonly pyodide: string;
  /** The requirements that it was made of, as they were written. */
  readonly requirements: readonly string[];
  /** Everything that these need, ordered by name. */
  readonly packages: readonly LockedPackage[];
}

export const lockFile = 'requirements.lock.json';

/** What a project says of the packages of its examples. */
export interface ProjectPackages {
  readonly requirements: readonly Requirement[];
  /** Folders of wheels of one's own; absolute. */
  readonly findLinks: readonly string[];
  readonly locked: readonly LockedPackage[];
  /** Requirements that the lock file was not made of. */
  readonly unlocked: readonly Requirement[];
}

/**
 * @param project its root; neither file need be there
 * @throws if a file cannot be understood
 */
export function readProjectPackages(project = process.cwd()): ProjectPackages {
  const { asked, findLinks } = parseRequirements(readText(join(project, requirementsFile)) ?? '');
  const lock = readPackageLock(project);
  return {
    requirements: asked,
    findLinks: findLinks.map((folder) => resolve(project, folder)),
    locked: lock?.packages ?? [],
    unlocked: asked.filter(({ text }) => !lock?.requirements.includes(text)),
  };
}

/** @throws if it is no lock file, with a line for everything in it that is not as `npm run packages` writes it */
export function readPackageLock(project: string): PackageLock | undefined {
  const text = readText(join(project, lockFile));
  if (text === undefined) return undefined;
  const lock = parseLock(text);
  const wrong = wrongInPackageLock(lock);
  if (wrong.length === 0) return lock as PackageLock;
  const told = wrong.map((what) => `${lockFile}:1:1 ${what}.`).join('\n');
  throw new Error(`${told}\nTake ${lockFile} from the history, or delete it and have it written anew.`);
}

function parseLock(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${lockFile}:1:1 is not JSON. Take it from the history, or delete it and have it written anew.`, {
      cause,
    });
  }
}

/** Whether examples may import this package. */
export function isLocked({ locked }: ProjectPackages, name: string): boolean {
  return locked.some((entry) => indexName(entry.name) === indexName(name));
}

/** SHA-256 values that a package's wheel may have. */
export function knownHashes({ sha256 }: LockedPackage): readonly string[] {
  return Object.values(sha256);
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
