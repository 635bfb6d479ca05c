import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { replaceSite } from '../../scripts/build/replace-site.ts';

const otherDisk = '/dev/shm';
const hasOtherDisk = existsSync(otherDisk) && statSync(otherDisk).dev !== statSync(tmpdir()).dev;

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'mithal-replace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function replaced(dist: string): Promise<void> {
  const site = join(newFolder(tmpdir()), 'site');
  mkdirSync(join(site, 'ar'), { recursive: true });
  writeFileSync(join(site, 'ar/index.html'), 'new');
  await replaceSite(site, dist);
  expect([existsSync(site), existsSync(`${site}.old`)]).toEqual([false, false]);
}

it.each([['on the same disk', tmpdir()], ...(hasOtherDisk ? [['on another disk', otherDisk]] : [])])(
  'a site takes the place of another one %s, and leaves the repository in it alone',
  async (_where, disk) => {
    const dist = newFolder(disk);
    for (const file of ['.git/HEAD', 'ar/old.html', 'gone.html']) {
      mkdirSync(join(dist, file, '..'), { recursive: true });
      writeFileSync(join(dist, file), 'old');
    }
    await replaced(dist);
    expect(readdirSync(dist, { recursive: true }).toSorted()).toEqual(['.git', '.git/HEAD', 'ar', 'ar/index.html']);
    expect(readFileSync(join(dist, 'ar/index.html'), 'utf8')).toBe('new');
  },
);

it('a site is laid where there was none', async () => {
  const dist = join(newFolder(tmpdir()), 'dist');
  await replaced(dist);
  expect(readdirSync(dist)).toEqual(['ar']);
});
