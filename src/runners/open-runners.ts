import { join } from 'node:path';
import type { RunnerName } from '../article/article.ts';
import { cacheFolder } from '../cache/cache.ts';
import { takeFingerprint } from '../cache/fingerprint.ts';
import { openTextStore } from '../cache/text-store.ts';
import type { Runner } from '../examples/runner.ts';
import { createCachingRunner, type RealRunner } from './caching-runner.ts';
import { nodeInterpreter } from './pinned-node.ts';
import { readProjectPackages } from './pyodide/package-lock.ts';
import { pyodideInterpreter } from './pyodide/pyodide-package.ts';

export type OpenRunners = Readonly<Record<RunnerName, Runner>>;

/**
 * Every runner there is. What has run before in the same circumstances is not run again, and an interpreter
 * starts when the first example needs it. Whoever opens them closes them.
 *
 * @throws if an interpreter is not installed, or the lock file of the packages cannot be read
 */
export function openRunners(): OpenRunners {
  const packages = readProjectPackages();
  return {
    node: cached('node', {
      interpreter: nodeInterpreter(),
      facts: [],
      open: async () => (await import('./node/node-runner.ts')).createNodeRunner(),
    }),
    pyodide: cached('pyodide', {
      interpreter: pyodideInterpreter(),
      facts: [JSON.stringify(packages.locked)],
      open: async () => (await import('./pyodide/pyodide-runner.ts')).createPyodideRunner({ packages }),
    }),
  };
}

export async function closeRunners({ node, pyodide }: OpenRunners): Promise<void> {
  await Promise.all([node.close(), pyodide.close()]);
}

interface CachedRunner {
  readonly interpreter: string;
  /** What its results depend on besides. */
  readonly facts: readonly string[];
  open(): Promise<RealRunner>;
}

function cached(name: RunnerName, { interpreter, facts, open }: CachedRunner): Runner {
  const fingerprint = takeFingerprint(join(import.meta.dirname, name), [interpreter, ...facts]);
  // In the user's cache and not in the project, where a pull request could bring results of its own making.
  const file = join(cacheFolder(), 'results', `${name}-${fingerprint.value}`);
  return createCachingRunner({ name, interpreter, fingerprint, open }, openTextStore(file));
}
