import { readFile } from 'node:fs/promises';
import { writeWhole } from '../cache/whole-file.ts';
import { type ExampleRecord, type RecordFile, recordVersion } from '../examples/record.ts';

/** The records of an earlier run; none if there was no run yet, or only one that wrote another version of the file. */
export async function readRecords(file: string): Promise<readonly ExampleRecord[]> {
  try {
    const { version, examples = [] } = JSON.parse(await readFile(file, 'utf8')) as Partial<RecordFile>;
    if (version !== recordVersion) return [];
    if (!Array.isArray(examples) || !examples.every(isRecord)) throw new Error('"examples" are no records');
    return examples;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${file} cannot be read as a record of examples; delete it and run the examples again`, { cause });
  }
}

/** Whether all is there that is read of an earlier run: others may have written it. */
function isRecord(value: unknown): boolean {
  const { article, line, digest, verdict, kind, interpreter, output } = (value ?? {}) as Partial<ExampleRecord>;
  return (
    [article, digest, verdict, kind, interpreter].every((text) => typeof text === 'string') &&
    typeof line === 'number' &&
    Array.isArray(output) &&
    output.every((chunk) => typeof chunk?.text === 'string')
  );
}

/** Writes the records ordered by article and line, whole or not at all. */
export async function writeRecords(file: string, records: readonly ExampleRecord[]): Promise<void> {
  const examples = records.toSorted((a, b) => compare(a.article, b.article) || a.line - b.line);
  const record: RecordFile = { version: recordVersion, examples };
  await writeWhole(file, `${JSON.stringify(record, null, 1)}\n`);
}

/** The earlier records with those of the articles that ran now in the place of theirs. */
export function mergeRecords(
  earlier: readonly ExampleRecord[],
  now: readonly ExampleRecord[],
): readonly ExampleRecord[] {
  const ran = new Set(now.map(({ article }) => article));
  return [...earlier.filter(({ article }) => !ran.has(article)), ...now];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
