import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, expect, it, vi } from 'vitest';
import { ensureSitePackages } from '../../../../src/runners/pyodide/standard-library.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'mithal-wheels-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ordinary = 0o100644;

it.each([
  ['a name that leads out of its folder', { name: '../escaped.py' }, 'is not a name for a file of a package'],
  ['a name that begins at the root', { name: '/lib/escaped.py' }, 'is not a name for a file of a package'],
  ['a name for Windows', { name: '..\\escaped.py' }, 'is not a name for a file of a package'],
  ['the digests of its own bytecode', { name: 'bytecode.sha256' }, 'is not a name for a file of a package'],
  ['a symbolic link', { mode: 0o120777 }, 'is a symbolic link'],
  ['a file that grows without end', { size: 1024 ** 3 }, 'is larger than'],
])('refuses a wheel with %s', async (what, entry, told) => {
  const path = join(folder, `${what}.whl`);
  writeFileSync(path, archive({ name: 'harmless.py', mode: ordinary, ...entry }));
  const wheel = { name: 'hostile', version: '1', path, sha256: '' };
  await expect(ensureSitePackages([wheel])).rejects.toThrow(told);
});

/** A zip archive of one file, which may claim to be of any size. */
function archive({ name, mode, size }: { name: string; mode: number; size?: number }): Buffer {
  const data = Buffer.from('x = 1\n');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(size ?? data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, rest, Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
