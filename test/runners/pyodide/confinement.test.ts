import { describe, expect, it } from 'vitest';
import { ending, printed, runPython } from './run-python.ts';

describe('an example cannot reach JavaScript', () => {
  it.each(['js', 'pyodide_js', '_mithal_host'])('by importing %s', async (name) => {
    expect(ending(await runPython(`import ${name}`))).toBe(`ModuleNotFoundError: No module named '${name}'`);
  });

  it('by Pyodide’s own modules', async () => {
    expect(ending(await runPython('from pyodide.code import run_js; print(run_js("1 + 1"))'))).toMatch(
      /^ModuleNotFoundError/,
    );
  });

  it('with any right, if it finds an object after all', async () => {
    const code = `
import gc
found = 0
for thing in gc.get_objects():
    if "JsProxy" in type(thing).__name__:
        found += 1
        for way in ("constructor", "__proto__"):
            try:
                print("reached", getattr(thing, way).constructor("return process")())
            except BaseException as error:
                pass
print("looked")`;
    expect(printed(await runPython(code))).toBe('looked\n');
  });
});

describe('an example cannot reach the machine', () => {
  it('by a shell', async () => {
    const result = await runPython('import os; print(os.system("echo reached"))');
    expect(printed(result)).not.toContain('reached');
  });

  it('by its files', async () => {
    const code = `
import os
print([path for path in ("/etc/passwd", "/proc/self/environ", "${process.cwd()}") if os.path.exists(path)])`;
    expect(printed(await runPython(code))).toBe('[]\n');
  });

  it('by its environment', async () => {
    const result = await runPython('import os; print(*os.environ.values(), sep="\\n")');
    const values = printed(result).split('\n');
    const ours = Object.values(process.env).filter((value) => value !== undefined && value.length > 12);
    for (const value of ours) expect(values).not.toContain(value);
  });
});
