import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureCached } from '../../src/cache/cache.ts';

test('a file is made once, and made anew when it is damaged', async () => {
  const folder = temporaryFolder();
  const made: string[] = [];
  const ensure = (): ReturnType<typeof ensureCached> =>
    ensureCached(folder, 'key', 'txt', async () => {
      made.push('made');
      return 'content';
    });
  const { path } = await ensure();
  await ensure();
  expect(made).toEqual(['made']);
  writeFileSync(path, 'another');
  expect(new TextDecoder().decode((await ensure()).bytes)).toBe('content');
  expect(made).toEqual(['made', 'made']);
});

test('what nobody has used for long is removed when a file is made, and what is read counts as used', async () => {
  const folder = temporaryFolder();
  const ensure = (key: string) => ensureCached(folder, key, 'txt', async () => key);
  const made = [await ensure('read'), await ensure('forgotten')];
  for (const { path } of made) utimesSync(path, 0, 0);
  await ensure('read');
  expect(keysIn(folder), 'reading removes nothing').toEqual(['forgotten', 'read']);
  await ensure('new');
  expect(keysIn(folder)).toEqual(['new', 'read']);
});

test('a file that another process has just removed is made again', async () => {
  const folder = temporaryFolder();
  const { path } = await ensureCached(folder, 'key', 'txt', async () => 'content');
  // Still listed, and not there any more.
  rmSync(path);
  symlinkSync('gone', path);
  const { bytes } = await ensureCached(folder, 'key', 'txt', async () => 'content');
  expect(new TextDecoder().decode(bytes)).toBe('content');
});

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mithal-cache-'));
}

function keysIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => name.slice(0, name.indexOf('-')))
    .toSorted();
}
