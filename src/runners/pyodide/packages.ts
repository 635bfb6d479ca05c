import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, sha256 } from '../../cache/cache.ts';
import { readIfThere, writeWhole } from '../../cache/whole-file.ts';
import { fetchFromDistribution, fetchFromIndex } from './fetch-wheels.ts';
import { knownHashes, type LockedPackage, type ProjectPackages } from './package-lock.ts';

/** A wheel on this machine whose hash has just been checked. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
}

export interface MissingPackage {
  readonly name: string;
  /** Why it is missing and what to do, for people. */
  readonly reason: string;
}

/**
 * The wheels of all locked packages: those of a folder of one's own out of that folder, others out of the
 * cache, else out of Pyodide's distribution, else from the package index by this machine's pip. Each is checked
 * against the lock file, the cached ones too. What cannot be had is told, not thrown.
 */
export async function ensureWheels({ locked, findLinks }: Pick<ProjectPackages, 'locked' | 'findLinks'>): Promise<{
  wheels: readonly Wheel[];
  missing: readonly MissingPackage[];
}> {
  const wanted = locked.map((entry) => new WantedWheel(entry));
  for (const wheel of wanted) {
    const { file } = wheel.locked;
    if (wheel.has('folder')) {
      for (const folder of findLinks) await wheel.take(join(folder, file), `The wheel in ${folder}`);
    } else await wheel.take(join(cachedWheels(), file), 'The cached wheel');
  }
  const absent = wanted.filter(({ wheel }) => !wheel);
  if (absent.length > 0) await fetchAll(absent);
  return {
    wheels: wanted.flatMap(({ wheel }) => wheel ?? []),
    missing: absent.flatMap((entry) => (entry.wheel ? [] : { name: entry.locked.name, reason: entry.reason() })),
  };
}

function cachedWheels(): string {
  return join(cacheFolder(), 'wheels');
}

/** A package on the way to its wheel, and what has been in the way so far. */
class WantedWheel {
  readonly locked: LockedPackage;
  wheel: Wheel | undefined;
  readonly #obstacles: string[] = [];

  constructor(locked: LockedPackage) {
    this.locked = locked;
  }

  has(place: keyof LockedPackage['sha256']): boolean {
    return this.locked.sha256[place] !== undefined;
  }

  /** Takes the file at this path for the wheel, if it is there and is the right one. */
  async take(path: string, what: string): Promise<void> {
    if (this.wheel) return;
    const bytes = await readIfThere(path);
    if (!bytes) return;
    const hash = sha256(bytes);
    const { name, version } = this.locked;
    if (!knownHashes(this.locked).includes(hash)) {
      const expected = knownHashes(this.locked).join(' or ');
      this.obstacle(`${what} is refused: its SHA-256 is ${hash}, expected was ${expected}`);
      return;
    }
    this.wheel = { name, version, path, sha256: hash };
  }

  /** As `take`, and lays the wheel into the cache. */
  async takeOver(path: string, what: string): Promise<void> {
    await this.take(path, what);
    if (this.wheel?.path !== path) return;
    const cached = join(cachedWheels(), this.locked.file);
    await writeWhole(cached, await readFile(path));
    this.wheel = { ...this.wheel, path: cached };
  }

  obstacle(text: string): void {
    this.#obstacles.push(text);
  }

  reason(): string {
    const { name, version, file } = this.locked;
    const where = this.has('folder')
      ? `lay the ${file} that was locked into its folder, or lock the one that is there (update ${name})`
      : `run once with a network${this.has('index') ? ' and pip on this machine' : ''}, or lay ${file} into ${cachedWheels()}`;
    const why = this.#obstacles.length > 0 ? this.#obstacles.join('; ') : 'it is not in its folder';
    return `The Python package ${name} ${version} cannot be had (${why}): ${where}`;
  }
}

async function fetchAll(absent: readonly WantedWheel[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mithal-wheels-'));
  try {
    const distributed = absent.filter((entry) => entry.has('distribution'));
    if (distributed.length > 0) await fetchDistributed(distributed, folder);
    const left = absent.filter((entry) => !entry.wheel && entry.has('index'));
    await Promise.all(left.map((entry) => fetchByPip(entry, folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchDistributed(absent: readonly WantedWheel[], folder: string): Promise<void> {
  const failed = await fetchFromDistribution(
    absent.map(({ locked }) => locked),
    folder,
  );
  for (const entry of absent) {
    if (failed) entry.obstacle(failed);
    await entry.takeOver(join(folder, entry.locked.file), 'The wheel of Pyodide’s distribution');
  }
}

async function fetchByPip(entry: WantedWheel, folder: string): Promise<void> {
  const own = join(folder, entry.locked.name);
  const failed = await fetchFromIndex(entry.locked, knownHashes(entry.locked), own);
  if (failed) entry.obstacle(failed);
  else await entry.takeOver(join(own, entry.locked.file), 'The wheel that pip fetched');
}
