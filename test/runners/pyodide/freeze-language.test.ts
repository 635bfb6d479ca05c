import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPinnedNode } from '../../../src/runners/pinned-node.ts';

const attempts = {
  'a method of arrays': 'Array.prototype.push = () => 0',
  'a method of what iterates': 'Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })',
  'a method of all typed arrays': 'Object.getPrototypeOf(Uint8Array.prototype).set = () => {}',
  'a function of the language': 'JSON.parse = () => ({ kind: "completed" })',
  'a property of a function': 'Math.max.extra = 1',
  'a property that all objects would have': 'Object.prototype.kind = "completed"',
  'the prototype of asynchronous functions': 'Object.getPrototypeOf(async () => {}).extra = 1',
  'WebAssembly’s memory': 'WebAssembly.Memory.prototype.grow = () => 0',
};

it.each(Object.entries(attempts))('keeps a program from changing %s', (_what, change) => {
  expect(run(change, false)).toBe('changed');
  expect(run(change, true)).toBe('TypeError');
});

function run(change: string, frozen: boolean): string {
  const module = join(import.meta.dirname, '../../../src/runners/pyodide/freeze-language.ts');
  const code = `import { freezeLanguage } from ${JSON.stringify(module)};
    const values = ['Array', 'Uint8Array', 'JSON', 'Math', 'Object', 'WebAssembly'].map((name) => globalThis[name]);
    const { write } = process.stdout;
    if (${frozen}) freezeLanguage(values);
    let said = 'changed';
    try { ${change} } catch (error) { said = error.constructor.name }
    write.call(process.stdout, said);`;
  return execFileSync(findPinnedNode().path, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
}
