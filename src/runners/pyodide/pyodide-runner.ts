import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RunResult, World } from '../../examples/runner.ts';
import { createPool } from '../pool.ts';
import type { RealRunner } from '../remembering-runner.ts';
import { type InterpreterProcess, startInterpreter } from './interpreter-process.ts';
import { withoutMissing } from './missing-packages.ts';
import { isLocked } from './package-lock.ts';
import { ensureWheels, type MissingPackage } from './packages.ts';
import { emptyLockFile, pyodideFolder, pyodideInterpreter } from './pyodide-package.ts';
import { ensureSitePackages, ensureStandardLibrary } from './standard-library.ts';

/** Examples are run under two hash seeds; which one follows from the world's seed, neighbours differ. */
const hashSeeds = 2;

/**
 * The runner of Python examples: CPython compiled to WebAssembly, in locked-down processes that are started when the
 * first example comes.
 *
 * @param options.concurrency how many worlds run at once; by default one for each core
 */
export async function createPyodideRunner(options: { readonly concurrency?: number } = {}): Promise<RealRunner> {
  let image: Promise<Image> | undefined;
  let complete = true;
  const pool = createPool<InterpreterProcess>(options.concurrency ?? availableParallelism(), async (key) => {
    image ??= prepareImage();
    return startInterpreter({ ...(await image).files, hashSeed: Number(key) });
  });
  return {
    name: 'pyodide',
    interpreter: pyodideInterpreter(),
    get complete() {
      return complete;
    },
    async run({ seed, steps: all }) {
      const { steps, unreached } = untilUnlocked(all);
      if (steps.length === 0) return unreached;
      const key = String(1 + (Math.abs(seed) % hashSeeds));
      const results = await pool.use(key, (interpreter) => interpreter.run({ seed, steps }));
      const missing = (await image)?.missing ?? [];
      complete = missing.length === 0;
      const ran = results.map((result): RunResult => ({ ...result, end: withoutMissing(result.end, missing) }));
      return [...ran, ...unreached];
    },
    async close() {
      pool.close();
    },
  };
}

/** The steps up to the first that names a package which is not locked, and the results of that one and those after it. */
function untilUnlocked(all: World['steps']): { steps: World['steps']; unreached: readonly RunResult[] } {
  const at = all.findIndex(({ packages }) => !packages.every(isLocked));
  if (at < 0) return { steps: all, unreached: [] };
  const name = all[at]?.packages.find((candidate) => !isLocked(candidate));
  const reason = `The package ${name} is not in the lock file: add it to \`packages\` in src/config.ts and run npm run packages.`;
  const ends: RunResult['end'][] = all
    .slice(at)
    .map((_, index) => (index === 0 ? { kind: 'unavailable', cause: 'package', reason } : { kind: 'not-reached' }));
  return { steps: all.slice(0, at), unreached: ends.map((end) => ({ output: [], end, ms: 0 })) };
}

/** What interpreters boot from, and what could not be had for it. */
interface Image {
  readonly files: Omit<Parameters<typeof startInterpreter>[0], 'hashSeed'>;
  readonly missing: readonly MissingPackage[];
}

async function prepareImage(): Promise<Image> {
  const world = join(import.meta.dirname, 'world');
  const [standardLibrary, { wheels, missing }] = await Promise.all([ensureStandardLibrary(), ensureWheels()]);
  const sitePackages = wheels.length > 0 ? await ensureSitePackages(wheels) : null;
  return {
    files: { pyodide: pyodideFolder(), lockFile: emptyLockFile(), world, standardLibrary, sitePackages },
    missing,
  };
}
