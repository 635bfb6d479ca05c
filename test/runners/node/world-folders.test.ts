import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorldFolders } from '../../../src/runners/node/world-folders.ts';

const place = '/dev/shm';
const none = !existsSync(place);

/** A folder as a runner leaves it behind that was killed. */
function leftover(): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const folder = mkdtempSync(join(place, `mithal-node-${pid}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.skipIf(none)('what a killed runner left behind is removed, whatever a program has done to it', () => {
  const folder = leftover();
  mkdirSync(join(folder, 'closed/inner'), { recursive: true });
  chmodSync(join(folder, 'closed'), 0);
  createWorldFolders().removeAll();
  expect(existsSync(folder)).toBe(false);
});

test.skipIf(none || process.getuid?.() !== 0)(
  'what another user left behind stays, and keeps nobody from running',
  () => {
    const folder = leftover();
    const file = resolve(import.meta.dirname, '../../../src/runners/node/world-folders.ts');
    // Another user only when all is loaded: the project may lie where nobody else may enter.
    const code = `
      import { createWorldFolders } from '${file}';
      process.setgid(65_534);
      process.setuid(65_534);
      createWorldFolders().removeAll();
      console.log('done');`;
    const options = { encoding: 'utf8' } as const;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], options);
    expect(stderr).toBe('');
    expect(stdout).toBe('done\n');
    expect(existsSync(folder)).toBe(true);
  },
);

test('a file is laid into the working folder and nowhere else', () => {
  const folders = createWorldFolders();
  onTestFinished(() => folders.removeAll());
  const world = folders.create();
  world.lay('..notes/a.txt', 'text');
  expect(readFileSync(join(world.root, 'example/..notes/a.txt'), 'utf8')).toBe('text');
  expect(() => world.lay('../a.txt', 'text')).toThrow('leads out of the working folder');
  expect(() => world.lay('..', 'text')).toThrow('leads out of the working folder');
});
