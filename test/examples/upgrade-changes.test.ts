import { expect, test } from 'vitest';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { upgradeChanges, upgradeReport } from '../../src/examples/upgrade-changes.ts';

const [old, upgraded] = ['CPython 3.14.2', 'CPython 3.15.0'];

test('what another interpreter prints is listed with its place as it is now, before and after', () => {
  const before = record({ line: 5, output: 'same\nold text\n' });
  const now = record({ line: 8, output: 'same\nnew text\n', interpreter: upgraded });
  expect(report([before], [now])).toBe(
    `Changed with the interpreter (CPython 3.14.2 → CPython 3.15.0):\n  a.md:8  ${quoted('old text')} → ${quoted('new text')}`,
  );
});

test('another verdict is listed, also where the text is the same', () => {
  const before = record({ verdict: 'unavailable', kind: 'thread' });
  const now = record({ interpreter: upgraded });
  expect(report([before], [now])).toContain('a.md:5  unavailable (thread) → passed (completed)');
});

test('another error is listed, and lines that came or went', () => {
  const before = record({ error: { name: 'E', message: 'm', text: 'E: m' } });
  const now = record({ error: { name: 'E', message: 'n', text: 'E: n' }, interpreter: upgraded });
  expect(report([before], [now])).toContain(`${quoted('E: m')} → ${quoted('E: n')}`);
  const longer = record({ output: '1\n2\n', interpreter: upgraded });
  expect(report([record({ output: '1\n' })], [longer])).toContain(`nothing → ${quoted('2')}`);
});

test.each<[string, ExampleRecord, ExampleRecord]>([
  ['prints the same', record({}), record({ interpreter: upgraded })],
  ['has another text now', record({}), record({ digest: 'other', output: '2', interpreter: upgraded })],
  ['is of the same interpreter', record({}), record({ output: '2' })],
  [
    'differs in an address only',
    record({ output: '<a at 0x7f01020304>' }),
    record({ output: '<a at 0x7f05060708>', interpreter: upgraded }),
  ],
  [
    'varies anyway',
    record({ kind: 'varying-output', output: '1' }),
    record({ kind: 'varying-output', output: '2', interpreter: upgraded }),
  ],
  ['takes another time', record({ ms: 1 }), record({ ms: 2, interpreter: upgraded })],
  ['is of another article', record({ article: 'b.md' }), record({ output: '2', interpreter: upgraded })],
])('an example that %s is not listed', (_what, before, now) => {
  expect(report([before], [now])).toBeUndefined();
});

test('the same example twice in an article is compared each with its own', () => {
  const before = [record({ line: 1, output: '1' }), record({ line: 5, output: '2' })];
  const now = [
    record({ line: 1, output: '1', interpreter: upgraded }),
    record({ line: 5, output: '3', interpreter: upgraded }),
  ];
  expect(upgradeChanges(before, now).map((change) => change.now.line)).toEqual([5]);
});

test('what a program printed cannot write into the terminal', () => {
  const now = record({ output: '\u001B[31m\u202E', interpreter: upgraded });
  expect(report([record({})], [now])).toContain(quoted('\\u001B[31m\\u202E'));
});

function report(before: readonly ExampleRecord[], now: readonly ExampleRecord[]): string | undefined {
  return upgradeReport(upgradeChanges(before, now));
}

function quoted(text: string): string {
  return `“\u2068${text}\u2069”`;
}

function record({
  output = '1',
  ...more
}: Partial<Omit<ExampleRecord, 'output'>> & { output?: string }): ExampleRecord {
  return {
    article: 'a.md',
    line: 5,
    language: 'python',
    runner: 'pyodide',
    verdict: 'passed',
    kind: 'completed',
    output: [{ stream: 'stdout', text: output }],
    error: null,
    ms: 1,
    interpreter: old,
    digest: 'digest',
    ...more,
  };
}
