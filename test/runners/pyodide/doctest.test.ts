import { expect, it } from 'vitest';
import type { RunResult } from '../../../src/examples/runner.ts';
import { pythonRunner, pythonStep } from './run-python.ts';

async function runSession(code: string): Promise<RunResult | undefined> {
  const runner = await pythonRunner();
  const step = { ...pythonStep(code), form: { kind: 'doctest' } } as const;
  return (await runner.run({ steps: [step], seed: 1 }))[0];
}

it('runs a doctest session whose answers are right', async () => {
  expect(
    (
      await runSession(
        '>>> x = 6\n>>> x * 7\n42\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero',
      )
    )?.end,
  ).toEqual({ kind: 'completed' });
});

it('tells which prompt of a doctest session was answered otherwise', async () => {
  const end = (await runSession('>>> x = 6\n>>> x * 7\n43'))?.end;
  expect(end).toMatchObject({ kind: 'doctest', line: 2, expected: '43\n', received: '42\n' });
});

it('does not take a session for right that ends before its last prompt', async () => {
  const leaving = '>>> import os\n>>> os._exit(0)';
  expect((await runSession(`${leaving}\n>>> 1\n2`))?.end).toEqual({ kind: 'not-reached' });
  expect((await runSession(`>>> 1\n2\n${leaving}`))?.end).toMatchObject({ kind: 'doctest', line: 1 });
  expect((await runSession(leaving))?.end).toEqual({ kind: 'completed' });
});

it('answers as the program has set the prompt to answer', async () => {
  const shows = ">>> import sys\n>>> sys.displayhook = lambda value: print('shown')\n>>> 5\n";
  expect((await runSession(`${shows}5`))?.end).toMatchObject({ kind: 'doctest', received: 'shown\n' });
  expect((await runSession(`${shows}shown`))?.end).toEqual({ kind: 'completed' });
});
