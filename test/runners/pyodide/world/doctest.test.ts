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
    ['>>> object()\n<object object at 0x7f8b1c0d3e20>'],
    ['>>> print(list(range(20)))\n[0, 1, ..., 19]'],
    ['>>> await __import__("asyncio").sleep(5, "slept")\n\'slept\''],
    ['>>> async def f(): return 3\n>>> await f()\n3'],
    ['>>> None\n>>> _ = 7\n>>> _\n7'],
    ['Python 3.14.2 on linux\n>>> "سلام"\n\'سلام\'\n\nsome words\n\n>>> 2\n2'],
    ['>>> def f(:\nTraceback (most recent call last):\nSyntaxError: invalid syntax'],
    [
      '>>> print "a"\n  File "<python-input-0>", line 1\n    print "a"\n    ^^^^^^^^^\nSyntaxError: Missing parentheses in call to \'print\'. Did you mean print(...)?',
    ],
    [
      '>>> if True:\n... x = 1\n  File "<stdin>", line 2\n    x = 1\n    ^\nIndentationError: expected an indented block after \'if\' statement on line 1\n>>> 2\n2',
    ],
  ])('that is true passes: %s', async (code) => {
    expect(await endOfSession(code)).toEqual({ kind: 'completed' });
  });

  it.each([
    ['>>> x = 1\n>>> x + 1\n3', 2, '3\n', '2\n'],
    ['>>> 1', 1, '', '1\n'],
    ['>>> print()', 1, '', '\n'],
    ['>>> hex(100_000)\n0x7f8b1', 1, '0x7f8b1\n', "'0x186a0'\n"],
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
    ['>>> def f(:\n  File "<stdin>", line 1\n    def f(:\n          ^\nSyntaxError: other words'],
    ['>>> 1\n  File "<stdin>", line 1\n    1\n    ^\nSyntaxError: invalid syntax'],
  ])('fails where an error was expected otherwise: %s', async (code) => {
    expect(await endOfSession(code)).toMatchObject({ kind: 'doctest', line: 1 });
  });

  it.each([
    ['>>> 1 + 1\n...  # comment\n2'],
    ['>>> # a comment only\n>>> 2\n2'],
    ['    >>> for i in range(2): print(i)\n    ...\n    0\n    1\n\n    >>> print(" a")\n     a'],
    ['>>> print("a\\n\\nb")\na\n<BLANKLINE>\nb'],
    ['>>> print([1,  2])  # doctest: +NORMALIZE_WHITESPACE\n[1,\n   2]'],
    ['>>> print("a..b")  # doctest: -ELLIPSIS\na..b'],
    ['>>> int("x")  # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nValueError: other words'],
    [
      '>>> import json\n>>> json.loads("")\nTraceback (most recent call last):\n  ...\njson.decoder.JSONDecodeError: Expecting...',
    ],
    ['>>> raise ExceptionGroup("g", [ValueError(1)])\nTraceback (most recent call last):\n  ...\nExceptionGroup: g...'],
    ['>>> print("printed"); exit()\nprinted'],
  ])('is read as doctest does: %s', async (code) => {
    expect(await endOfSession(code)).toEqual({ kind: 'completed' });
  });

  it.each([
    ['>>> print("a  b")\na b', 'a b\n', 'a  b\n'],
    ['>>> print("abc")  # doctest: -ELLIPSIS\na...', 'a...\n', 'abc\n'],
    ['>>> print("aba")\naba...aba', 'aba...aba\n', 'aba\n'],
    ['>>> print("a\\n\\nb")  # doctest: +DONT_ACCEPT_BLANKLINE\na\n<BLANKLINE>\nb', 'a\n<BLANKLINE>\nb\n', 'a\n\nb\n'],
    ['>>> exit()\n5', '5\n', ''],
  ])('is not taken for true: %s', async (code, expected, received) => {
    expect(await endOfSession(code)).toMatchObject({ kind: 'doctest', expected, received });
  });

  const cause = (first: string, link: string, second: string) =>
    `>>> try:\n...     int("س")\n... except ValueError as e:\n...     raise KeyError("مفتاح")${link.startsWith('The') ? ' from e' : ''}\n...\n${[
      `Traceback (most recent call last):\n  File "<python-input-0>", line 2, in <module>\n    int("س")\n    ~~~^^^^^\n${first}`,
      link,
      `Traceback (most recent call last):\n  File "<stdin>", line 4, in <module>\n${second}`,
    ].join('\n\n')}\n\nwords behind it\n\n>>> 1 + 1\n2`;
  const came = 'The above exception was the direct cause of the following exception:';
  const during = 'During handling of the above exception, another exception occurred:';
  const first = "ValueError: invalid literal for int() with base 10: 'س'";
  const second = "KeyError: 'مفتاح'";

  it.each([
    [cause(first, came, second)],
    [cause(first, during, second)],
    [cause(first, during, second).replaceAll(/^(?!$)/gm, '    ')],
    [cause('ValueError: invalid literal...', during, second)],
  ])('with an error that came of another one passes: %s', async (code) => {
    expect(await endOfSession(code)).toEqual({ kind: 'completed' });
  });

  it.each([
    [cause("ValueError: invalid literal for int() with base 10: 'ص'", came, second)],
    [cause(first, came, "KeyError: 'قفل'")],
    [cause(first, came, second).replace(' from e', '')],
    [cause(first, during, second).replace('"مفتاح")', '"مفتاح") from None')],
    [
      cause(first, during, second)
        .replace(/Traceback(?:.|\n)*occurred:\n\n/, '')
        .replace("'مفتاح'", "'قفل'"),
    ],
    [`>>> raise KeyError("مفتاح")\n${cause(first, during, second).split('\n').slice(5).join('\n')}`],
  ])('with another cause than it says fails: %s', async (code) => {
    expect(await endOfSession(code)).toMatchObject({ kind: 'doctest', line: 1 });
  });

  const group = (...messages: readonly string[]): string =>
    [
      '>>> raise ExceptionGroup("مجموعة", [ValueError("أ"), ExceptionGroup("داخل", [KeyError("ب")])])',
      '  + Exception Group Traceback (most recent call last):',
      '  |   File "<python-input-0>", line 1, in <module>',
      '  |     raise ExceptionGroup("مجموعة", [ValueError("أ"), ExceptionGroup("داخل", [KeyError("ب")])])',
      `  | ExceptionGroup: ${messages[0]} (2 sub-exceptions)`,
      '  +-+---------------- 1 ----------------',
      `    | ValueError: ${messages[1]}`,
      '    +---------------- 2 ----------------',
      '    | ExceptionGroup: داخل (1 sub-exception)',
      '    +-+---------------- 1 ----------------',
      `      | KeyError: ${messages[2]}`,
      '      +------------------------------------',
    ].join('\n');

  it.each([
    [group('مجموعة', 'أ', "'ب'"), { kind: 'completed' }],
    [`${group('مجموعة', 'أ', "'ب'")}\n>>> 5\n5`, { kind: 'completed' }],
    [group('أخرى', 'أ', "'ب'"), { kind: 'doctest', line: 1 }],
    [group('مجموعة', 'ب', "'ب'"), { kind: 'doctest', line: 1 }],
    [group('مجموعة', 'أ', "'أ'"), { kind: 'doctest', line: 1 }],
    [group('مجموعة', 'أ', "'ب'").split('\n').slice(0, -5).join('\n'), { kind: 'doctest', line: 1 }],
  ])('with a group of errors is true in all of its messages: %s', async (code, end) => {
    expect(await endOfSession(code)).toMatchObject(end);
  });

  // Copied from the terminal of CPython 3.14.10.
  const pasted = [
    '>>> try: 1/0',
    '... except Exception as e: raise ExceptionGroup("x", [SyntaxError("a")]) from e',
    '...',
    'Traceback (most recent call last):',
    '  File "<python-input-2>", line 1, in <module>',
    '    try: 1/0',
    '         ~^~',
    'ZeroDivisionError: division by zero',
    '',
    'The above exception was the direct cause of the following exception:',
    '',
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "<python-input-2>", line 2, in <module>',
    '  |     except Exception as e: raise ExceptionGroup("x", [SyntaxError("a")]) from e',
    '  |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '  | ExceptionGroup: x (1 sub-exception)',
    '  +-+---------------- 1 ----------------',
    '    | SyntaxError: a',
    '    +------------------------------------',
    '>>> def f(): raise ValueError("q")',
    '...',
    '>>> try: f()',
    '... except Exception as e: e.add_note("ملاحظة"); raise ExceptionGroup("x", [e]) from None',
    '...',
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "<python-input-4>", line 2, in <module>',
    '  |     except Exception as e: e.add_note("ملاحظة"); raise ExceptionGroup("x", [e]) from None',
    '  |                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    '  | ExceptionGroup: x (1 sub-exception)',
    '  +-+---------------- 1 ----------------',
    '    | Traceback (most recent call last):',
    '    |   File "<python-input-4>", line 1, in <module>',
    '    |     try: f()',
    '    |          ~^^',
    '    |   File "<python-input-3>", line 1, in f',
    '    |     def f(): raise ValueError("q")',
    '    |              ^^^^^^^^^^^^^^^^^^^^^',
    '    | ValueError: q',
    '    | ملاحظة',
    '    +------------------------------------',
  ].join('\n');

  it('is true as it was copied from a terminal, and false with any message changed', async () => {
    expect(await endOfSession(pasted)).toEqual({ kind: 'completed' });
    for (const message of ['division by zero', 'SyntaxError: a', 'ValueError: q\n', '| ملاحظة', 'x (1 sub']) {
      expect(await endOfSession(pasted.replace(message, `${message} `.replace(/(?=\S\s*$)/, 'z')))).toMatchObject({
        kind: 'doctest',
      });
    }
  });

  it.each([
    ['>>> import warnings; warnings.warn("تنبيه")\n<stdin>:1: UserWarning: تنبيه', true],
    ['>>> import warnings; warnings.warn("تنبيه")\n<python-input-7>:1: UserWarning: تنبيه', true],
    ['>>> import warnings; warnings.warn("تنبيه")', true],
    ['>>> import warnings; print(1); warnings.warn("x"); 5\n1\n<stdin>:1: UserWarning: x\n5', true],
    ['>>> import logging; logging.warning("خطر")\nWARNING:root:خطر', true],
    ['>>> 1 is 1\n<stdin>:1: SyntaxWarning: "is" with \'int\' literal. Did you mean "=="?\nTrue', true],
    [
      '>>> def f(): __import__("warnings").warn("w", DeprecationWarning)\n>>> f()\n<stdin>:1: DeprecationWarning: w',
      true,
    ],
    ['>>> import warnings; warnings.warn("تنبيه")\n<stdin>:1: UserWarning: غيره', false],
    ['>>> import warnings; warnings.warn("x")\n<stdin>:2: UserWarning: x', false],
    ['>>> import warnings; print(1); warnings.warn("x")\n<stdin>:1: UserWarning: x\n1', false],
    ['>>> 5\n<stdin>:1: UserWarning: x\n5', false],
    ['>>> import sys; print("x", file=sys.stderr)\ny', false],
  ])('with what goes to the error stream, as a terminal shows it: %s', async (code, isTrue) => {
    expect((await endOfSession(code)).kind).toBe(isTrue ? 'completed' : 'doctest');
  });

  it('keeps nothing back of what is printed when it is over', async () => {
    const code = '>>> import atexit\n>>> _ = atexit.register(print, "وداعًا")\n>>> print(1)\n1';
    expect((await runStep(code, { form: { kind: 'doctest' } })).output).toEqual([
      { stream: 'stdout', text: 'وداعًا\n' },
    ]);
    expect(printed(await runStep('print("بعدها")'))).toBe('بعدها\n');
  });

  it.each([
    ">>> pirnt = 1\n>>> print(pirntt)\nTraceback (most recent call last):\nNameError: name 'pirntt' is not defined",
    ">>> pirnt = 1\n>>> print(pirntt)\nTraceback (most recent call last):\nNameError: name 'pirntt' is not defined. Did you mean: 'pirnt'?",
  ])('may have what the prompt adds to a message, and doctest does not: %s', async (code) => {
    expect(await endOfSession(code)).toEqual({ kind: 'completed' });
  });

  it.each(['>>> exit()\n>>> x = 5', '>>> exit(3)\n>>> 1\n1'])(
    'is not over before its last prompt: %s',
    async (code) => {
      expect(await endOfSession(code)).toEqual({ kind: 'not-reached' });
    },
  );

  it('that ends with an exit code was true up to there', async () => {
    expect(await endOfSession('>>> 1\n1\n>>> exit(3)')).toMatchObject({ kind: 'exit', code: 3 });
    expect(await endOfSession('>>> 1\n2\n>>> exit(3)')).toMatchObject({ kind: 'doctest', line: 1 });
  });

  it('that ends with an exit code and was false leaves nothing to be reached', async () => {
    const results = await runSteps(['>>> 1\n2\n>>> exit(3)', '>>> 1\n1'], { form: { kind: 'doctest' } });
    expect(results.map(({ end }) => end.kind)).toEqual(['doctest', 'not-reached']);
  });

  it.each([
    ['import doctest; doctest.OutputChecker.check_output = lambda *a: True'],
    ['import doctest; doctest.DocTestParser.get_examples = lambda *a: []'],
    ['import doctest; doctest._ellipsis_match = lambda *a: True'],
    ['import sys; sys.__displayhook__ = lambda value: print(3)'],
    ['import io; io.StringIO = type("S", (io.StringIO,), {"getvalue": lambda self: "3\\n"})'],
    ['import contextlib; contextlib.redirect_stdout = lambda to: contextlib.suppress(to.write("3\\n"))'],
  ])('that disturbs what compares is compared all the same: %s', async (code) => {
    const results = await runSteps([`>>> ${code}\n>>> 1 + 1\n3`, '>>> 1 + 1\n3'], { form: { kind: 'doctest' } });
    expect(results).toMatchObject([{ end: { kind: 'doctest', line: 2 } }, { end: { kind: 'doctest', line: 1 } }]);
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
