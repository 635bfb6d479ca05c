import { existsSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestProject, Vitest } from 'vitest/node';
import { inertText } from '../article/inert-text.ts';
import type { ArticlesSettings } from './articles-settings.ts';
import { mergedGaps } from './merged-reports.ts';

/**
 * Fails a run that left out what it was asked for: Vitest takes a folder without tests beside one that has
 * some, a name of a file that it does not find beside one that it finds, a name of a test that no test has,
 * and a machine whose report is missing, for nothing to do.
 */
export class UnmatchedReporter implements Reporter {
  readonly #project: TestProject;
  readonly #contentFolder: string;

  constructor(project: TestProject, { contentFolder }: Pick<ArticlesSettings, 'contentFolder'>) {
    this.#project = project;
    this.#contentFolder = contentFolder;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const { vitest } = this.#project;
    const unmatched = [
      ...(await articlesNotFound(this.#project, this.#contentFolder)),
      // Blobs of other machines are reported under the filters of none of them.
      ...(vitest.config.mergeReports
        ? await mergedGaps(
            this.#project,
            modules.filter(({ project }) => project === this.#project),
          )
        : [...(await filesNotFound(vitest)), ...nameNotFound(vitest, modules)]),
    ];
    for (const text of unmatched) console.error(`\nerror: ${inertText(text)}\n`);
    if (unmatched.length > 0) process.exitCode = 1;
  }
}

async function articlesNotFound(project: TestProject, folder: string): Promise<readonly string[]> {
  const { testFiles } = await project.globTestFiles();
  if (testFiles.length > 0) return [];
  return [
    existsSync(folder)
      ? `No article (*.md) of ${folder} is a test file, so none was run.`
      : `There is no folder ${folder}, so no article was run; "content" of articlesPlugin names it, from Vitest's root ${project.config.root}.`,
  ];
}

async function filesNotFound(vitest: Vitest): Promise<readonly string[]> {
  // Vitest tells reporters no filters
  // (https://github.com/vitest-dev/vitest/blob/main/packages/vitest/src/node/core.ts).
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
