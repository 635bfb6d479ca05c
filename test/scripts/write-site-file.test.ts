import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { writeSiteFile } from '../../scripts/build/write-site-file.ts';

let folders = { site: '', earlier: '' };

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'mithal-folders-'));
  folders = { site: join(root, 'site'), earlier: join(root, 'earlier') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
});

const nodeOf = (folder: string): number => statSync(join(folder, 'a')).ino;

it('takes a file over from the earlier site that is the same', async () => {
  writeFileSync(join(folders.earlier, 'a'), 'نص');
  writeSiteFile(folders, 'a', 'نص');
  expect(nodeOf(folders.site)).toBe(nodeOf(folders.earlier));
});

it('leaves the earlier site as it is where another file stands in it', async () => {
  writeFileSync(join(folders.earlier, 'a'), 'old');
  writeSiteFile(folders, 'a', 'new');
  expect(readFileSync(join(folders.site, 'a'), 'utf8')).toBe('new');
  expect(readFileSync(join(folders.earlier, 'a'), 'utf8')).toBe('old');
});

it('writes what the earlier site does not have, also over a file of the new one', async () => {
  writeFileSync(join(folders.site, 'a'), 'from public/');
  writeSiteFile({ ...folders, earlier: join(folders.earlier, 'none') }, 'a', 'new');
  expect(readFileSync(join(folders.site, 'a'), 'utf8')).toBe('new');
});
