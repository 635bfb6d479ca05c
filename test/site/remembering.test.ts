import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkTargets, openMemory } from '../../src/site/remembering.ts';
import { parse } from '../article/parse.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mithal-memory-'));
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
  for (const room of ['article', 'examples', 'metadata', 'content', 'site']) {
    mkdirSync(join(root, 'src', room), { recursive: true });
  }
  cpSync('package.json', join(root, 'package.json'));
  writeFileSync(join(root, 'src/site/render.ts'), 'export const version = 1;');
  writeFileSync(join(root, 'src/config.ts'), 'export const config = 1;');
});

describe('what became of an article', () => {
  it('is remembered over runs for the same inputs only', async () => {
    await openMemory(root)('text', ['a.md', '# A'], () => ({ html: 'first' }));
    const again = openMemory(root);
    expect(await again('text', ['a.md', '# A'], () => ({ html: 'second' }))).toEqual({ html: 'first' });
    expect(await again('text', ['a.md', '# B'], () => ({ html: 'second' }))).toEqual({ html: 'second' });
    expect(await again('metadata', ['a.md', '# A'], () => ({ html: 'second' }))).toEqual({ html: 'second' });
  });

  it.each(['src/site/render.ts', 'src/config.ts', 'src/metadata/new.ts'])(
    'is forgotten when %s changes, also during the run',
    async (file) => {
      const running = openMemory(root);
      await running('text', ['a.md'], () => 'old');
      writeFileSync(join(root, file), 'export const changed = true;');
      expect(await openMemory(root)('text', ['a.md'], () => 'new')).toBe('new');
      // Longer than a fingerprint trusts its last look.
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(await running('text', ['a.md'], () => 'new')).toBe('new');
    },
  );
});

it('changes with the anchors of any article, and not with its text', () => {
  const targets = (source: string): string => linkTargets([parse(source)]);
  expect(targets('# A\n\n## B\n\none\n')).toBe(targets('# A\n\n## B\n\ntwo\n'));
  expect(targets('# A\n\n## B\n')).not.toBe(targets('# A\n\n## C\n'));
  expect(targets('# A\n\n<p id="b">x</p>\n')).not.toBe(targets('# A\n\n<p id="c">x</p>\n'));
});
