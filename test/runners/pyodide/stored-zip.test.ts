import { expect, it } from 'vitest';
import { readStoredZip } from '../../../src/runners/pyodide/stored-zip.ts';
import { printed, runPython } from './run-python.ts';

const archive = async (compression: string): Promise<Uint8Array> => {
  const program = `
import io, sys, zipfile
target = io.BytesIO()
with zipfile.ZipFile(target, "w", zipfile.${compression}) as output:
    output.writestr("a/b.py", "x = 1\\n" * 9)
    output.writestr("مثال.txt", "")
    output.comment = b""
print(target.getvalue().hex())`;
  return Uint8Array.from(Buffer.from(printed(await runPython(program)).trim(), 'hex'));
};

it('reads the files of an archive that Python wrote', async () => {
  const files = readStoredZip(await archive('ZIP_STORED'));
  expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['a/b.py', 'x = 1\n'.repeat(9)],
    ['مثال.txt', ''],
  ]);
});

it('refuses what it cannot read', async () => {
  expect(() => readStoredZip(new Uint8Array(100))).toThrow('no archive');
  const compressed = await archive('ZIP_DEFLATED');
  expect(() => readStoredZip(compressed)).toThrow('compressed or damaged');
});
