import { describe, expect, it } from 'vitest';
import { printed } from '../run-python.ts';
import { endOfSession, runStep, runSteps } from './run-steps.ts';

describe('a transcript', () => {
  it.each([
    ['>>> 1 + 1\n2'],
    ['>>> x = 5\n>>> if x:\n...     print("yes")\n...\nyes'],
    [
      '>>> 1 / 0\nTraceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nZeroDivisionError: division by zero',
    ],
    ['>>> print("a"); 1 / 0\na\nTraceback (most recent call last):\n    ...\nZeroDivisionError: division by zero'],
    ['>>> object()\n<object object at 0x...>'],
    ['>>> print(list(range(20)))\n[0, 1, ..., 19]'],
    ['>>> await __import__("asyncio").sleep(5, "slept")\n\'slept\''],
    ['>>> async def f(): return 3\n>>> await f()\n3'],
    ['>>> None\n>>> _ = 7\n>>> _\n7'],
    ['Python 3.14.2 on linux\n>>> "سلام"\n\'سلام\'\n\nsome words\n\n>>> 2\n2'],
    ['>>> def f(:\nTraceback (most recent call last):\nSyntaxError: invalid syntax'],
  ])('that is true passes: %s', async (code) => {
    expect(await endOfSession(code)).toEqual({ kind: 'completed' });
  });

  it.each([
    ['>>> x = 1\n>>> x + 1\n3', 2, '3\n', '2\n'],
    ['>>> 1', 1, '', '1\n'],
    ['>>> True\n1', 1, '1\n', 'True\n'],
    ['>>> x = 1\n5', 1, '5\n', ''],
  ])('that is false fails at its prompt: %s', async (code, line, expected, received) => {
    expect(await endOfSession(code)).toEqual({ kind: 'doctest', line, expected, received });
  });

  it.each([
    ['>>> 1 / 0\n5'],
    ['>>> 1 / 0'],
    ['>>> 1 / 0\nTraceback (most recent call last):\nZeroDivisionError: other words'],
    ['>>> print("a"); 1 / 0\nTraceback (most recent call last):\nZeroDivisionError: division by zero'],
    ['>>> 1\nTraceback (most recent call last):\nZeroDivisionError: division by zero'],
  ])('fails where an error was expected otherwise: %s', async (code) => {
    expect(await endOfSession(code)).toMatchObject({ kind: 'doctest', line: 1 });
  });

  it('prints nothing itself, but what goes to the error stream', async () => {
    const code = '>>> import sys\n>>> print(1)\n1\n>>> _ = sys.stderr.write("seen\\n")';
    expect((await runStep(code, { form: { kind: 'doctest' } })).output).toEqual([{ stream: 'stderr', text: 'seen\n' }]);
  });

  it('shares names with the other steps of its session', async () => {
    const [, second] = await runSteps(['>>> x = 5', '>>> x\n5'], { form: { kind: 'doctest' } });
    expect(second?.end).toEqual({ kind: 'completed' });
  });

  it('is unavailable where a prompt is', async () => {
    expect(
      await endOfSession('>>> import tkinter\nTraceback (most recent call last):\nModuleNotFoundError: x'),
    ).toMatchObject({
      kind: 'unavailable',
      cause: 'display',
    });
  });

  it('that is only to be parsed may be false, but not wrong', async () => {
    const parsed = { form: { kind: 'doctest' }, parseOnly: true } as const;
    expect((await runStep('>>> 1 +\n', parsed)).end).toMatchObject({ kind: 'error', error: { name: 'SyntaxError' } });
    const result = await runStep('>>> print(1)\n2', parsed);
    expect([result.end.kind, printed(result)]).toEqual(['completed', '']);
  });
});
