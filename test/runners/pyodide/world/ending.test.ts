import { describe, expect, it } from 'vitest';
import type { End } from '../../../../src/examples/runner.ts';
import { printed, runPython } from '../run-python.ts';
import { runStep, runSteps } from './run-steps.ts';

it.each(['exit()', 'raise SystemExit', 'import sys; sys.exit(False)', 'import os; os._exit(0)'])(
  'reaches no step behind one that leaves: %s',
  async (code) => {
    const results = await runSteps([code, 'print("never")']);
    expect(results.map(({ end }) => end)).toEqual([{ kind: 'completed' }, { kind: 'not-reached' }]);
  },
);

describe('an uncaught error', () => {
  it('is told with its classes, its message, its place and the report of a terminal', async () => {
    const { end } = await runPython(
      'import socket\ndef call():\n    "سلام"; socket.create_connection(("localhost", 8000))\ncall()',
    );
    expect(end).toMatchObject({
      kind: 'error',
      error: {
        name: 'ConnectionRefusedError',
        classes: ['ConnectionRefusedError', 'ConnectionError', 'OSError', 'Exception', 'BaseException'],
        message: '[Errno 111] Connection refused',
        text: 'ConnectionRefusedError: [Errno 111] Connection refused',
        line: 3,
        column: 13,
      },
    });
    expect(end.kind === 'error' && end.error.trace).toMatch(
      /^Traceback \(most recent call last\):\n {2}File "\/example\/example\.py", line 4, in <module>\n {4}call\(\)\n/,
    );
  });

  it('bears the qualified names of classes of packages, and the bare ones of its own', async () => {
    const { end } = await runPython('import json\nclass Bad(json.JSONDecodeError): pass\nraise Bad("x", "y", 0)');
    expect(end).toMatchObject({ error: { classes: expect.arrayContaining(['Bad', 'json.decoder.JSONDecodeError']) } });
  });

  it('keeps its notes, and the carets of a syntax error', async () => {
    const noted = await runPython('e = ValueError("x")\ne.add_note("first\\nsecond")\nraise e');
    expect(noted.end).toMatchObject({ error: { text: 'ValueError: x\nfirst\nsecond', message: 'x' } });
    const wrong = await runPython('print(1)\nif True\n    pass');
    expect(printed(wrong)).toBe('');
    expect(wrong.end).toMatchObject({
      error: {
        name: 'SyntaxError',
        text: '  File "/example/example.py", line 2\n    if True\n           ^\nSyntaxError: expected \':\'',
        line: 2,
        column: 8,
      },
    });
  });

  it('is shown by the program’s own hook where it has one', async () => {
    const result = await runPython(
      'import sys\nsys.excepthook = lambda *e: print("mine", e[1])\nraise ValueError("x")',
    );
    expect(printed(result)).toBe('mine x\n');
    expect(result.end).toMatchObject({ kind: 'error', error: { name: 'ValueError', text: '' } });
  });
});

describe('the end of a program', () => {
  const exit = (code: number, message: string): End => {
    return { kind: 'exit', code, raised: { name: 'SystemExit', classes: ['SystemExit', 'BaseException'], message } };
  };

  it.each([
    ['import sys; sys.exit()', { kind: 'completed' }],
    ['import sys; sys.exit(0)', { kind: 'completed' }],
    ['import sys; sys.exit(256)', { kind: 'completed' }],
    ['import sys; sys.exit(3)', exit(3, '3')],
    ['import sys; sys.exit(-1)', exit(255, '-1')],
    ['import sys; sys.exit(2**40)', { kind: 'completed' }],
    ['import sys; sys.exit(-(2**63))', { kind: 'completed' }],
    ['import sys; sys.exit(2**63)', exit(255, String(2n ** 63n))],
    ['import sys; sys.exit("why")', exit(1, 'why')],
    ['raise SystemExit(True)', exit(1, 'True')],
    ['import os; os._exit(5)', { kind: 'exit', code: 5 }],
    ['import os; os._exit(-1)', { kind: 'exit', code: 255 }],
    ['import os; os._exit(256)', { kind: 'completed' }],
  ])('by %s', async (code, end) => {
    expect((await runPython(code)).end).toEqual(end);
  });

  it('comes behind what atexit and __del__ do', async () => {
    const code = `
import atexit
class Thing:
    def __del__(self): print("deleted")
thing = Thing()
atexit.register(print, "at exit")
print("last line")`;
    expect(printed(await runPython(code))).toBe('last line\nat exit\ndeleted\n');
  });

  it('comes once, behind the last step of a session', async () => {
    const results = await runSteps(['import atexit; atexit.register(print, "at exit")', 'print("second")']);
    expect(results.map(printed)).toEqual(['', 'second\nat exit\n']);
  });
});

describe('the steps of a session', () => {
  it('share names, also behind an error, and show each its own lines', async () => {
    const codes = ['def fail():\n    return 1 / 0\nx = 5\nfail()', '\nprint(x)\n\nfail()'];
    const [first, second] = await runSteps(codes);
    expect(first?.end).toMatchObject({ error: { name: 'ZeroDivisionError', line: 2 } });
    expect(second?.end).toMatchObject({ error: { name: 'ZeroDivisionError', line: 4 } });
    expect(second?.end.kind === 'error' && second.end.error.trace).toContain('    return 1 / 0\n');
    expect(second && printed(second)).toBe('5\n');
  });

  it('keep what they import from __future__', async () => {
    const codes = ['from __future__ import annotations', 'def f(x: nothing): pass\nprint(f.__annotations__)'];
    expect((await runSteps(codes)).map(printed)).toEqual(['', "{'x': 'nothing'}\n"]);
  });
});

describe('a step', () => {
  it('that is only parsed runs nothing', async () => {
    const step = { parseOnly: true };
    expect(await runStep('print(1)', step)).toMatchObject({ output: [], end: { kind: 'completed' } });
    expect((await runStep('print(', step)).end).toMatchObject({ kind: 'error', error: { name: 'SyntaxError' } });
  });

  it('reads its input as from a pipe', async () => {
    const result = await runStep('name = input("اسم: ")\nprint(name)\ninput()', { stdin: 'سارة\n' });
    expect(printed(result)).toBe('اسم: سارة\n');
    expect(result.end).toMatchObject({ error: { text: 'EOFError: EOF when reading a line' } });
  });

  it('finds the files of its article, and can import them', async () => {
    const files = [
      { name: 'data/names.txt', text: 'سارة\n' },
      { name: 'helper.py', text: 'def twice(x): return 2 * x\n' },
    ];
    const code = 'import helper\nprint(open("data/names.txt").read(), helper.twice(4))';
    expect(printed(await runStep(code, { files }))).toBe('سارة\n 8\n');
  });

  it('imports a file that hides a module of the library', async () => {
    const files = [{ name: 'random.py', text: '' }];
    const { end } = await runStep('import random\nrandom.randint(1, 2)', { files });
    expect(end).toMatchObject({
      error: {
        name: 'AttributeError',
        message: expect.stringContaining("consider renaming '/example/random.py' since it has the same name"),
      },
    });
    const built = await runStep('import tempfile\nprint(tempfile.gettempdir())', { files });
    expect(built.end).toMatchObject({ kind: 'unavailable', cause: 'language' });
    expect((await runPython('import random; print(random.__name__)')).end).toEqual({ kind: 'completed' });
  });

  it('finds nothing else in its working folder', async () => {
    expect(printed(await runPython('import os; print(os.listdir("."), os.getcwd())'))).toBe('[] /example\n');
  });

  it('is a crash where Linux would not let the program touch the memory', async () => {
    const result = await runPython(
      'import ctypes\nprint(ctypes.string_at(b"abc"))\nctypes.string_at(0)\nprint("alive")',
    );
    expect(printed(result)).toBe("b'abc'\n");
    expect(result.end).toEqual({ kind: 'crash', reason: 'Segmentation fault' });
  });

  it('is told whatever the program does to the module json', async () => {
    const result = await runPython('import json\njson.dumps = json.loads = None\nprint("done")');
    expect([printed(result), result.end.kind]).toEqual(['done\n', 'completed']);
  });
});
