import { expect, it } from 'vitest';
import { printed, runPython } from './run-python.ts';

it('changes the time of a folder with every new entry, so that imports find modules just written', async () => {
  const { output } = await runPython(`
import os
times = []
for number in range(200):
    open(f"file{number}", "w").close()
    times.append(os.stat(".").st_mtime_ns)
print(len(set(times)), times == sorted(times))
`);
  expect(output).toEqual([{ stream: 'stdout', text: '200 True\n' }]);
});

it('lists a folder in another order under the other hash seed', async () => {
  const code = `
import os, pathlib
for name in ("c", "a", "b"):
    open(name, "w").close()
print(os.listdir(), [path.name for path in pathlib.Path().iterdir()], sorted(os.listdir()))
`;
  const [one, other] = [printed(await runPython(code, {}, 1)), printed(await runPython(code, {}, 2))];
  expect([one, other].toSorted()).toEqual([
    "['b', 'a', 'c'] ['b', 'a', 'c'] ['a', 'b', 'c']\n",
    "['c', 'a', 'b'] ['c', 'a', 'b'] ['a', 'b', 'c']\n",
  ]);
});

it('takes the name of a property of all JavaScript objects for an entry like any other', async () => {
  const { output, end } = await runPython(`
import os
os.mkdir("constructor")
for name in ("toString", "constructor/valueOf", "__proto__"):
    open(name, "w").close()
os.rename("toString", "constructor/toString")
print(sorted(os.listdir()), sorted(os.listdir("constructor")), os.path.exists("valueOf"))
os.remove("hasOwnProperty")
`);
  expect(output).toEqual([{ stream: 'stdout', text: "['__proto__', 'constructor'] ['toString', 'valueOf'] False\n" }]);
  expect(end).toMatchObject({ kind: 'error', error: { name: 'FileNotFoundError' } });
});
