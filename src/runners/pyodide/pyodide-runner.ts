import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RunResult, World } from '../../examples/runner.ts';
import type { RealRunner } from '../caching-runner.ts';
import { createPool } from '../pool.ts';
import { ensureImportRecord } from './ensure-import-record.ts';
import { ensureSnapshot } from './ensure-snapshot.ts';
import { hashSeeds } from './hash-seeds.ts';
import { type InterpreterProcess, startInterpreter } from './interpreter-process.ts';
import { type EndInWorld, notLocked, withAdvice } from './missing-packages.ts';
import { isLocked, type ProjectPackages, readProjectPackages } from './package-lock.ts';
import { ensureWheels, type MissingPackage } from './packages.ts';
import { emptyLockFile, pyodideFolder, pyodideInterpreter } from './pyodide-package.ts';
import { runThreads } from './run-threads.ts';
import { ensureSitePackages, ensureStandardLibrary } from './standard-library.ts';
import type { WorldFiles } from './world-files.ts';

/**
 * The runner of Python examples: CPython compiled to WebAssembly, in locked-down processes that are started when the
 * first example comes.
 *
 * @param options.concurrency how many worlds run at once; by default one for each core
 * @param options.packages what may be imported; by default what the project in the working folder has locked
 */
export async function createPyodideRunner(
  options: { readonly concurrency?: number; readonly packages?: ProjectPackages } = {},
): Promise<RealRunner> {
  const packages = options.packages ?? readProjectPackages();
  let image: Promise<Image> | undefined;
  const snapshots = new Map<string, ReturnType<typeof ensureSnapshot>>();
  let complete = true;
  const pool = createPool<InterpreterProcess>(options.concurrency ?? availableParallelism(), async (key) => {
    image ??= prepareImage(packages);
    const { files } = await image;
    const snapshot = snapshots.get(key) ?? ensureSnapshot({ ...files, hashSeed: Number(key) });
    snapshots.set(key, snapshot);
    return startInterpreter({ ...files, hashSeed: Number(key), snapshot: (await snapshot).path });
  });
  return {
    name: 'pyodide',
    interpreter: pyodideInterpreter(),
    get complete() {
      return complete;
    },
    async run({ seed, steps: all }) {
      const { steps, unreached } = untilUnlocked(all, packages);
      if (steps.length === 0) return unreached;
      const key = String(hashSeeds[Math.abs(seed) % hashSeeds.length]);
      const results = await runThreads((turns) => pool.use(key, (process) => process.run({ seed, steps }, turns)));
      const missing = (await image)?.missing ?? [];
      complete = missing.length === 0;
      const advised = (end: EndInWorld): RunResult['end'] => withAdvice(end, packages, missing);
      const ran = results.map(({ output, end, ms }): RunResult => ({ output, end: advised(end), ms }));
      return [...ran, ...unreached];
    },
    async close() {
      pool.close();
    },
  };
}

/**
 * The steps up to the first that names a package which is not locked, and the results of
 * that one and those after it.
 */
function untilUnlocked(
  all: World['steps'],
  packages: ProjectPackages,
): { steps: World['steps']; unreached: readonly RunResult[] } {
  const isMissed = (name: string): boolean => !isLocked(packages, name);
  const at = all.findIndex((step) => step.packages.some(isMissed));
  if (at < 0) return { steps: all, unreached: [] };
  const reason = notLocked(all[at]?.packages.find(isMissed) ?? '', packages);
  const ends: RunResult['end'][] = all
    .slice(at)
    .map((_, index) => (index === 0 ? { kind: 'unavailable', cause: 'package', reason } : { kind: 'not-reached' }));
  return { steps: all.slice(0, at), unreached: ends.map((end) => ({ output: [], end, ms: 0 })) };
}

/** What interpreters boot from, and what could not be had for it. */
interface Image {
  readonly files: Omit<WorldFiles, 'hashSeed'>;
  readonly missing: readonly MissingPackage[];
}

async function prepareImage(packages: ProjectPackages): Promise<Image> {
  const world = join(import.meta.dirname, 'world');
  const [standardLibrary, { wheels, missing }] = await Promise.all([ensureStandardLibrary(), ensureWheels(packages)]);
  const sitePackages = wheels.length > 0 ? await ensureSitePackages(wheels) : null;
  const files: Omit<WorldFiles, 'hashSeed' | 'imports'> = {
    pyodide: pyodideFolder(),
    lockFile: emptyLockFile(),
    world,
    standardLibrary,
    sitePackages,
    clock: 'virtual',
  };
  const modules = packages.locked.flatMap((entry) => entry.imports);
  return { files: { ...files, imports: sitePackages && (await ensureImportRecord(files, modules)) }, missing };
}
