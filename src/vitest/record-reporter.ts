import type { Reporter, TestCase } from 'vitest/node';
import { mergeRecords, readRecords, writeRecords } from '../content/record-file.ts';
import { readSettings } from '../content/settings.ts';
import type { ExampleRecord } from '../examples/record.ts';

/** Writes the record of every example that ran, also of a failing run; articles that did not run keep theirs. */
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
    await writeRecords(recordFile, mergeRecords(await readRecords(recordFile), records));
  }
}
