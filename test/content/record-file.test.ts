import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeRecords, readRecords, writeRecords } from '../../src/content/record-file.ts';
import { type ExampleRecord, recordVersion } from '../../src/examples/record.ts';

test('records come back as written, ordered by article and line', async () => {
  const file = await temporaryFile();
  await writeRecords(file, [record('b.md', 1), record('a.md', 10), record('a.md', 9)]);
  const read = await readRecords(file);
  expect(read.map(({ article, line }) => `${article}:${line}`)).toEqual(['a.md:9', 'a.md:10', 'b.md:1']);
  expect(await readdir(join(file, '..'))).toEqual(['examples.json']);
});

test('there are no records before the first run', async () => {
  expect(await readRecords(await temporaryFile())).toEqual([]);
});

test('a file of another version says nothing, and the next run replaces it', async () => {
  const file = await temporaryFile();
  await writeRecords(file, [record('a.md', 1)]);
  for (const other of [[record('a.md', 1)], { version: recordVersion + 1, examples: [record('a.md', 1)] }]) {
    await writeFile(file, JSON.stringify(other));
    expect(await readRecords(file)).toEqual([]);
  }
  await writeRecords(file, [record('b.md', 1)]);
  expect(await readRecords(file)).toHaveLength(1);
});

test('a file that is no record is refused with what to do', async () => {
  const file = await temporaryFile();
  await writeRecords(file, []);
  const { digest: _, ...lacking } = record('a.md', 1);
  const damaged = ['x', [null], [lacking], [{ ...record('a.md', 1), output: [null] }]];
  const texts = damaged.map((examples) => JSON.stringify({ version: recordVersion, examples }));
  for (const text of ['', '[{', 'null', ...texts]) {
    await writeFile(file, text);
    await expect(readRecords(file), text).rejects.toThrow(`${file} cannot be read as a record of examples; delete it`);
    expect(await readFile(file, 'utf8')).toBe(text);
  }
});

test('articles that ran now replace their earlier records, and others keep theirs', () => {
  const merged = mergeRecords([record('a.md', 1), record('a.md', 5), record('b.md', 2)], [record('a.md', 3)]);
  expect(merged.map(({ article, line }) => `${article}:${line}`)).toEqual(['b.md:2', 'a.md:3']);
});

async function temporaryFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'mithal-record-')), 'records', 'examples.json');
}

function record(article: string, line: number): ExampleRecord {
  return {
    article,
    line,
    language: 'python',
    runner: 'pyodide',
    verdict: 'passed',
    kind: 'completed',
    output: [],
    error: null,
    ms: 1,
    interpreter: 'CPython',
    digest: '',
  };
}
