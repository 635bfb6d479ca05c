import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { inertText } from '../article/inert-text.ts';

/**
 * Fails a run that left out what it was asked for: Vitest takes a name of a file that it does not find beside one that it
 * finds, and a name of a test that no test has, for nothing to do.
 */
export class UnmatchedReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    // Blobs of other machines are reported under the filters of none of them.
    if (!this.#vitest || this.#vitest.config.mergeReports) return;
    const unmatched = [...(await filesNotFound(this.#vitest)), ...nameNotFound(this.#vitest, modules)];
    for (const text of unmatched) console.error(`\nerror: ${inertText(text)}\n`);
    if (unmatched.length > 0) process.exitCode = 1;
  }
}

async function filesNotFound(vitest: Vitest): Promise<readonly string[]> {
  // Vitest tells reporters no filters (https://github.com/vitest-dev/vitest/blob/main/packages/vitest/src/node/core.ts).
  const { filenamePattern = [] } = vitest as { filenamePattern?: readonly string[] };
  const found = await Promise.all(filenamePattern.map((filter) => vitest.globTestSpecifications([filter])));
  return filenamePattern
    .filter((_, index) => found[index]?.length === 0)
    .map((filter) => `No article has ${filter} in its path, so nothing of it was run.`);
}

function nameNotFound({ config }: Vitest, modules: readonly TestModule[]): readonly string[] {
  const { testNamePattern: pattern, shard } = config;
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  // What another machine's share has is not known here.
  if (!pattern || shard || tests.length === 0 || tests.some(wasAsked)) return [];
  return [`No test has a name that -t ${pattern.source} matches, so none was run.`];
}

/** An example that its author keeps from being run was asked for as well. */
function wasAsked(test: TestCase): boolean {
  return test.result().state !== 'skipped' || test.meta().record !== undefined;
}
