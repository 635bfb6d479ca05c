import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, readIfThere, sha256, writeWhole } from '../../cache/cache.ts';
import { fetchFromDistribution, fetchFromIndex } from './fetch-wheels.ts';
import { knownHashes, type LockedPackage, lockedPackages, unlockedPackages } from './package-lock.ts';

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
 * The wheels of all locked packages: out of the cache, else out of Pyodide's distribution, else from the package index
 * by this machine's pip. Each is checked against the lock file, the cached ones too. What cannot be had is told, not thrown.
 */
export async function ensureWheels(): Promise<{ wheels: readonly Wheel[]; missing: readonly MissingPackage[] }> {
  const wanted = lockedPackages.map((locked) => new WantedWheel(locked));
  for (const wheel of wanted) await wheel.take(wheelPath(wheel.locked), 'The cached wheel');
  const absent = wanted.filter(({ wheel }) => !wheel);
  if (absent.length > 0) await fetchAll(absent);
  return {
    wheels: wanted.flatMap(({ wheel }) => wheel ?? []),
    missing: [
      ...wanted.flatMap((entry) => (entry.wheel ? [] : { name: entry.locked.name, reason: entry.reason() })),
      ...unlockedPackages.map(unlockedPackage),
    ],
  };
}

function unlockedPackage(name: string): MissingPackage {
  return { name, reason: `The Python package ${name} of src/config.ts is not in the lock file: run npm run packages` };
}

function wheelPath({ file }: LockedPackage): string {
  return join(cacheFolder(), 'wheels', file);
}

/** A package on the way to its wheel, and what has been in the way so far. */
class WantedWheel {
  readonly locked: LockedPackage;
  wheel: Wheel | undefined;
  readonly #obstacles: string[] = [];

  constructor(locked: LockedPackage) {
    this.locked = locked;
  }

  /** Takes the file at this path for the wheel, if it is there and is the right one; the cache then has it. */
  async take(path: string, what: string): Promise<void> {
    const bytes = await readIfThere(path);
    if (!bytes) return;
    const hash = sha256(bytes);
    const { name, version } = this.locked;
    if (!knownHashes(this.locked).includes(hash)) {
      const expected = knownHashes(this.locked).join(' or ');
      this.obstacle(`${what} is refused: its SHA-256 is ${hash}, expected was ${expected}`);
      return;
    }
    const cached = wheelPath(this.locked);
    if (path !== cached) await writeWhole(cached, bytes);
    this.wheel = { name, version, path: cached, sha256: hash };
  }

  obstacle(text: string): void {
    this.#obstacles.push(text);
  }

  reason(): string {
    const { name, version, file } = this.locked;
    const todo = `run once with a network and pip on this machine, or lay ${file} into ${join(cacheFolder(), 'wheels')}`;
    return `The Python package ${name} ${version} cannot be had (${this.#obstacles.join('; ')}): ${todo}`;
  }
}

async function fetchAll(absent: readonly WantedWheel[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mithal-wheels-'));
  try {
    const failed = await fetchFromDistribution(
      absent.map(({ locked }) => locked),
      folder,
    );
    for (const entry of absent) {
      if (failed) entry.obstacle(failed);
      await entry.take(join(folder, entry.locked.file), 'The wheel of Pyodide’s distribution');
    }
    await Promise.all(absent.filter(({ wheel }) => !wheel).map((entry) => fetchByPip(entry, folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchByPip(entry: WantedWheel, folder: string): Promise<void> {
  const own = join(folder, entry.locked.name);
  const failed = await fetchFromIndex(entry.locked, knownHashes(entry.locked), own);
  if (failed) entry.obstacle(failed);
  else await entry.take(join(own, entry.locked.file), 'The wheel that pip fetched');
}
