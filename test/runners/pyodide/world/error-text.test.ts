import { describe, expect, it } from 'vitest';
import { ending, printed, runPython } from '../run-python.ts';

describe('the text of an uncaught error', () => {
  it('shows the line that the compiler, and not the parser, found to be wrong', async () => {
    const { end } = await runPython('x = 1\nreturn x');
    expect(end).toMatchObject({
      error: {
        line: 2,
        column: 1,
        text: '  File "/example/example.py", line 2\n    return x\n    ^^^^^^^^\nSyntaxError: \'return\' outside function',
      },
    });
  });

  it('is put together without a second warning of the line that failed', async () => {
    const { output, end } = await runPython('import warnings\nprint(None.find("\\d"))');
    expect(printed({ output, end, ms: 0 }).match(/SyntaxWarning/g)).toHaveLength(1);
    expect(end).toMatchObject({
      error: { trace: expect.stringContaining('    print(None.find("\\d"))\n          ^^^^^^^^^\n') },
    });
    const after =
      'import warnings\ntry: 1 / 0\nexcept ZeroDivisionError as error: pass\nwarnings.warn("still")\nraise error';
    expect(printed(await runPython(after))).toContain('UserWarning: still');
  });

  it('counts characters where the compiler counts bytes', async () => {
    expect((await runPython('اسم = "😀"; return اسم')).end).toMatchObject({ error: { line: 1, column: 13 } });
    expect((await runPython('اسم = "😀"; 1 = 2')).end).toMatchObject({ error: { line: 1, column: 13 } });
  });

  it.each([
    ['if اسم <> 1: pass', "invalid syntax.  Maybe you meant '!=' instead of '<>'?"],
    ['x = (1 <> 2', "invalid syntax.  Maybe you meant '!=' instead of '<>'?"],
    ['x = <> 2', 'invalid syntax'],
    ['not <> 2', 'invalid syntax'],
    ['print a <> b', "Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ])('of syntax has the words of the latest 3.14: %s', async (code, words) => {
    expect(
      ending(await runPython(code))
        .split('\n')
        .at(-1),
    ).toBe(`SyntaxError: ${words}`);
  });

  it.each([
    ['choices=range(2)', ['-n', '2'], "invalid choice: '2' (choose from '0', '1')"],
    ['choices="ab"', ['-n', 'c'], "invalid choice: 'c' (choose from 'a', 'b')"],
    ['choices=["أحمر"]', ['-n', 'أحمرر'], "invalid choice: 'أحمرر', maybe you meant 'أحمر'? (choose from 'أحمر')"],
  ])('of a command line has the words of the latest 3.14: %s', async (choices, given, words) => {
    const code = `
import argparse
parser = argparse.ArgumentParser(exit_on_error=False, suggest_on_error=True)
parser.add_argument("-n", ${choices})
parser.parse_args(${JSON.stringify(given)})`;
    expect(ending(await runPython(code))).toBe(`argparse.ArgumentError: argument -n: ${words}`);
  });

  it.each([
    ['prnt("x")', "NameError: name 'prnt' is not defined. Did you mean: 'print'?"],
    ['math.pi', "NameError: name 'math' is not defined. Did you forget to import 'math'?"],
    ['[].apend(1)', "AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?"],
    [
      'class A:\n    def f(self): return name\n    name = 1\nA().f()',
      "NameError: name 'name' is not defined. Did you mean: 'self.name'?",
    ],
  ])('says what may have been meant: %s', async (code, text) => {
    expect(ending(await runPython(code))).toBe(text);
  });

  const leave = 'property(lambda self: (_ for _ in ()).throw(SystemExit(0)))';
  it.each([
    ['ValueError', 'args', "'truth'"],
    ['OverflowError', 'args', "'truth'"],
    ['IndexError', 'args', "'truth'"],
    ['NotImplementedError', 'args', "'truth'"],
    ['RecursionError', 'args', "'truth'"],
    ['OSError', 'errno', '2, "truth"'],
    ['OSError', 'filename', '2, "truth"'],
    ['SyntaxError', 'filename', "'truth'"],
    ['ModuleNotFoundError', 'name', "'truth'"],
    ['Exception', '__traceback__', "'truth'"],
    ['Exception', '__class__', "'truth'"],
    ['Exception', '__notes__', "'truth'"],
  ])('comes of a %s whose %s ends the program, too', async (base, name, args) => {
    const { end } = await runPython(`class Truth(${base}):\n    ${name} = ${leave}\nraise Truth(${args})`);
    expect(end).toMatchObject({ kind: 'error', error: { name: 'Truth' } });
  });

  it.each([
    ['class', 'class Truth(Exception, metaclass=Leaving): pass'],
    ['attributes', 'class Truth(Exception): __getattribute__ = Leaving.__getattribute__'],
  ])('comes of an error whose %s end the program when asked', async (_, definition) => {
    const leaving = 'class Leaving(type):\n    def __getattribute__(self, name): raise SystemExit(0)\n';
    const { end } = await runPython(`${leaving}${definition}\nraise Truth`);
    expect(end).toMatchObject({ kind: 'error', error: { name: 'Truth' } });
  });

  it('is that of the error itself where SystemExit cannot tell its code', async () => {
    const code = `class Leaving(SystemExit):\n    code = ${leave}\nraise Leaving("words")`;
    expect(await runPython(code)).toMatchObject({
      output: [{ stream: 'stderr', text: 'words\n' }],
      end: { kind: 'exit', code: 1 },
    });
  });
});
