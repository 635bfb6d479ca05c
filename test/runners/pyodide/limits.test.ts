import { describe, expect, it } from 'vitest';
import { ending, printed, pythonRunner, pythonStep, runPython } from './run-python.ts';

const short = { time: 300 };

/** Every test here may break the process; the next program must not notice. */
async function expectAllIsWell(): Promise<void> {
  expect(printed(await runPython('print("well")'))).toBe('well\n');
}

describe('an example that never ends', () => {
  it.each([
    ['a loop', 'while True:\n    pass'],
    [
      'a loop that catches everything',
      'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    ],
    ['a loop in C', 'sum(range(10**12))'],
    ['a regular expression', 'import re; re.match(r"(a+)+$", "a" * 40 + "b")'],
  ])('is ended after its processor time: %s', async (_name, code) => {
    const result = await runPython(`print("before", flush=True)\n${code}`, short);
    expect(result.end).toEqual({ kind: 'timeout' });
    expect(printed(result)).toBe('before\n');
    expect(result.ms).toBeGreaterThanOrEqual(300);
    await expectAllIsWell();
  });

  it('keeps what it printed on its way', async () => {
    const result = await runPython(
      'import itertools\nfor n in itertools.count():\n    if n % 10**5 == 0: print(n)',
      short,
    );
    expect(result.end.kind).toBe('timeout');
    expect(printed(result)).toMatch(/^0\n100000\n200000\n/);
  });
});

describe('an example that prints too much', () => {
  it('is ended at the limit, to the byte', async () => {
    const result = await runPython('for _ in range(10**5): print("x" * 1000)', { output: 2500 });
    expect(result.end).toEqual({ kind: 'output-limit' });
    expect(printed(result)).toBe(`${'x'.repeat(1000)}\n${'x'.repeat(1000)}\n${'x'.repeat(498)}`);
    await expectAllIsWell();
  });

  it('is ended although it catches everything', async () => {
    const code = 'while True:\n    try:\n        print("x" * 1000)\n    except BaseException:\n        pass';
    expect((await runPython(code)).end).toEqual({ kind: 'output-limit' });
  });

  it('may print as much as the limit', async () => {
    const result = await runPython('print("مرحبا")', { output: 11 });
    expect([ending(result), printed(result)]).toEqual(['completed', 'مرحبا\n']);
  });

  it('ends with the last whole character', async () => {
    expect(printed(await runPython('print("مرحبا")', { output: 5 }))).toBe('مر');
  });
});

describe('an example that takes too much memory', () => {
  it('is ended at the limit', async () => {
    const result = await runPython('x = []\nwhile True: x.append(" " * 10**6)', { memory: 64 * 1024 * 1024 });
    expect(result.end).toEqual({ kind: 'memory-limit' });
    await expectAllIsWell();
  });

  it('may catch the error and go on', async () => {
    const code = 'try:\n    x = bytearray(2 * 10**8)\nexcept MemoryError as error:\n    print(repr(error))';
    const result = await runPython(code, { memory: 64 * 1024 * 1024 });
    expect([ending(result), printed(result)]).toEqual(['completed', 'MemoryError()\n']);
  });

  it('is ended at the limit where only the report of its error is too long', async () => {
    const result = await runPython('raise ValueError("س" * 10**7)', { memory: 64 * 1024 * 1024 });
    expect(result.end).toEqual({ kind: 'memory-limit' });
    await expectAllIsWell();
  });

  it('has its own error if that is not about the limit', async () => {
    expect(ending(await runPython('raise MemoryError("mine")'))).toBe('MemoryError: mine');
  });
});

describe('an example that recurses too deeply', () => {
  it.each([
    ['in Python', 'def f(): f()\nf()'],
    [
      'in C',
      'class A:\n    def __repr__(self): return repr(self)\nimport sys\nsys.setrecursionlimit(10**6)\nrepr(A())',
    ],
    ['in C on data', 'import pickle\na = []\nfor _ in range(10**5): a = [a]\npickle.dumps(a)'],
  ])('gets a RecursionError: %s', async (_name, code) => {
    expect(ending(await runPython(code))).toMatch(/^RecursionError: /);
    await expectAllIsWell();
  });
});

describe('an example that ends the interpreter', () => {
  it('exits', async () => {
    expect((await runPython('import sys; sys.exit(3)')).end).toMatchObject({ kind: 'exit', code: 3 });
    await expectAllIsWell();
  });

  it('exits without ado', async () => {
    expect((await runPython('import os; os._exit(4)')).end).toEqual({ kind: 'exit', code: 4 });
    await expectAllIsWell();
  });

  it('crashes', async () => {
    expect((await runPython('import os; os.abort()')).end.kind).toBe('crash');
    await expectAllIsWell();
  });
});

describe('a session', () => {
  it('runs its steps in one world, an error in between included', async () => {
    const runner = await pythonRunner();
    const steps = ['x = 1', 'x / 0', 'print(x)'].map((code) => pythonStep(code));
    const results = await runner.run({ steps, seed: 1 });
    expect(results.map(ending)).toEqual(['completed', 'ZeroDivisionError: division by zero', 'completed']);
    expect(results.map(printed)).toEqual(['', '', '1\n']);
  });

  it.each([
    ['exit', 'import sys; sys.exit(1)'],
    ['timeout', 'while True: pass'],
    ['crash', 'import os; os.abort()'],
  ])('does not reach what stands behind a step that left no world: %s', async (kind, code) => {
    const runner = await pythonRunner();
    const steps = [pythonStep(code, short), pythonStep('print(1)'), pythonStep('print(2)')];
    const results = await runner.run({ steps, seed: 1 });
    expect(results.map(({ end }) => end.kind)).toEqual([kind, 'not-reached', 'not-reached']);
  });
});
