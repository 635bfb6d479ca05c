import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestCase, TestModule, TestProject } from 'vitest/node';
import { mergeRecords, readRecords, writeRecords } from '../content/record-file.ts';
import { earlierResults } from '../examples/earlier-results.ts';
import type { ExampleRecord } from '../examples/record.ts';
import { upgradeChanges, upgradeReport } from '../examples/upgrade-changes.ts';
import type { ArticlesSettings } from './articles-settings.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Which example a test is of. */
    example?: Pick<ExampleRecord, 'article' | 'line'>;
    /** What came of it, once it ran. */
    record?: ExampleRecord;
    /** Whether that is of an earlier run. */
    earlier?: boolean;
  }
}

/**
 * Writes the record of every example that ran, also of a failing run; one that was not asked for keeps its own, as long
 * as its article is there.
 * Behind an upgrade of an interpreter it lists what changed with it, and it says what was not run again.
 */
export class RecordReporter implements Reporter {
  readonly #project: TestProject;
  readonly #contentFolder: string;
  readonly #recordFile: string;

  constructor(project: TestProject, settings: Pick<ArticlesSettings, 'contentFolder' | 'recordFile'>) {
    this.#project = project;
    this.#contentFolder = settings.contentFolder;
    this.#recordFile = settings.recordFile;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const tests = testsOf(this.#project, modules);
    const records = tests.flatMap((test) => test.meta().record ?? []);
    if (records.length === 0) return;
    const earlier = await readRecords(this.#recordFile);
    const unasked = new Set(tests.filter(wasNotAsked).map((test) => identityOf(test.meta().example)));
    const kept = earlier.filter((record) => unasked.has(identityOf(record)));
    const all = mergeRecords(earlier, [...records, ...kept]);
    const present = all.filter(({ article }) => existsSync(join(this.#contentFolder, article)));
    await writeRecords(this.#recordFile, present);
    const report = upgradeReport(upgradeChanges(earlier, records));
    // Standard output may be another reporter's.
    if (report) console.error(`\n${report}\n`);
    const ofEarlierRuns = tests.filter((test) => test.meta().earlier).length;
    if (ofEarlierRuns > 0) console.error(`\n${earlierResults(ofEarlierRuns, records.length)}\n`);
  }
}

/** All of them that are of this project. */
function testsOf(project: TestProject, modules: readonly TestModule[]): readonly TestCase[] {
  return modules.filter((module) => module.project === project).flatMap((module) => [...module.children.allTests()]);
}

/** Left out by the command line, such as `-t`. */
function wasNotAsked(test: TestCase): boolean {
  return test.meta().record === undefined && test.result().state === 'skipped';
}

function identityOf(example: Pick<ExampleRecord, 'article' | 'line'> | undefined): string {
  return `${example?.article}:${example?.line}`;
}
