import { expect, it } from 'vitest';
import { runPython } from './run-python.ts';

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
