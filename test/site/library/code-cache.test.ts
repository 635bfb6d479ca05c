import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Fingerprint, takeFingerprint } from '../../../src/cache/fingerprint.ts';
import { openCodeCache } from '../../../src/site/library/code-cache.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mithal-metadata-'));
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
  mkdirSync(join(root, 'src/site'), { recursive: true });
  cpSync('package.json', join(root, 'package.json'));
  writeFileSync(join(root, 'src/site/render.ts'), 'export const version = 1;');
  return () => rmSync(root, { recursive: true, force: true });
});

const code = (): Fingerprint => takeFingerprint(join(root, 'src'), []);

it('keeps over runs what was made of the same inputs', async () => {
  await openCodeCache('metadata', code())(['a.md', '# A'], () => ({ html: 'first' }));
  const again = openCodeCache('metadata', code());
  expect(await again(['a.md', '# A'], () => ({ html: 'second' }))).toEqual({ html: 'first' });
  expect(await again(['a.md', '# B'], () => ({ html: 'second' }))).toEqual({ html: 'second' });
});

it.each(['src/site/render.ts', 'package.json', 'src/metadata/new.ts'])(
  'is empty when %s changes, also during the run',
  async (file) => {
    const running = openCodeCache('metadata', code());
    await running(['a.md'], () => 'old');
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), '{ "name": "changed" }');
    expect(await openCodeCache('metadata', code())(['a.md'], () => 'new')).toBe('new');
    // Longer than a fingerprint trusts its last look.
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await running(['a.md'], () => 'new')).toBe('new');
  },
);
