import type { Reporter, TestCase } from 'vitest/node';
import { mergeRecords, readRecords, writeRecords } from '../content/record-file.ts';
import { readSettings } from '../content/settings.ts';
import type { ExampleRecord } from '../examples/record.ts';
import { upgradeChanges, upgradeReport } from '../examples/upgrade-changes.ts';

/**
 * Writes the record of every example that ran, also of a failing run; articles that did not run keep theirs.
 * Behind an upgrade of an interpreter it lists what changed with it.
 */
export class RecordReporter implements Reporter {
  readonly #records: ExampleRecord[] = [];

  onTestCaseResult(test: TestCase): void {
    const { record } = test.meta() as { record?: ExampleRecord };
    if (record) this.#records.push(record);
  }

  async onTestRunEnd(): Promise<void> {
    const records = this.#records.splice(0);
    if (records.length === 0) return;
    const { recordFile } = readSettings();
    const earlier = await readRecords(recordFile);
    await writeRecords(recordFile, mergeRecords(earlier, records));
    const report = upgradeReport(upgradeChanges(earlier, records));
    if (report) console.log(`\n${report}\n`);
  }
}
