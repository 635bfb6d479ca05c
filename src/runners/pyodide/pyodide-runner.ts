import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Runner, RunResult } from '../../examples/runner.ts';
import { createPool } from '../pool.ts';
import { type InterpreterProcess, startInterpreter } from './interpreter-process.ts';
import { withoutMissing } from './missing-packages.ts';
import { ensureWheels, type MissingPackage } from './packages.ts';
import { emptyLockFile, pyodideFolder, pyodideInfo } from './pyodide-package.ts';
import { ensureSitePackages, ensureStandardLibrary } from './standard-library.ts';

/** Examples are run under two hash seeds; which one follows from the world's seed, neighbours differ. */
const hashSeeds = 2;

/**
 * The runner of Python examples: CPython compiled to WebAssembly, in locked-down processes that are started when the
 * first example comes.
 *
 * @param options.concurrency how many worlds run at once; by default one for each core
 */
export async function createPyodideRunner(options: { readonly concurrency?: number } = {}): Promise<Runner> {
  const { version, python } = pyodideInfo();
  let image: Promise<Image> | undefined;
  const pool = createPool<InterpreterProcess>(options.concurrency ?? availableParallelism(), async (key) => {
    image ??= prepareImage();
    return startInterpreter({ ...(await image).files, hashSeed: Number(key) });
  });
  return {
    name: 'pyodide',
    interpreter: `CPython ${python} (Pyodide ${version})`,
    async run(world) {
      const key = String(1 + (Math.abs(world.seed) % hashSeeds));
      const results = await pool.use(key, (interpreter) => interpreter.run(world));
      const missing = (await image)?.missing ?? [];
      return results.map((result): RunResult => ({ ...result, end: withoutMissing(result.end, missing) }));
    },
    async close() {
      pool.close();
    },
  };
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
