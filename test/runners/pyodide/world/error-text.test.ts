import { describe, expect, it } from 'vitest';
import { ending, runPython } from '../run-python.ts';

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

  it('counts characters where the compiler counts bytes', async () => {
    expect((await runPython('اسم = "😀"; return اسم')).end).toMatchObject({ error: { line: 1, column: 13 } });
    expect((await runPython('اسم = "😀"; 1 = 2')).end).toMatchObject({ error: { line: 1, column: 13 } });
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
});
