import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeFingerprint } from '../../../src/cache/fingerprint.ts';
import { openDerive } from '../../../src/site/library/derive.ts';
import { parse } from '../../article/parse.ts';

test('what one command derives of an article is all that another needs of it', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'mithal-derive-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  const article = parse('# KeyError\n\nA key is missing, or `LookupError` is.\n');
  const code = takeFingerprint('src/cache', []);
  const first = await openDerive(code)(article, () => article);
  const again = await openDerive(code)(article, () => {
    throw new Error('parsed again');
  });
  rmSync(cache, { recursive: true });
  expect(first).toMatchObject({ title: 'KeyError', mentions: [{ name: 'LookupError' }] });
  expect(again).toEqual(first);
});
