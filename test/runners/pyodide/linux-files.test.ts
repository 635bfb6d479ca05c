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
