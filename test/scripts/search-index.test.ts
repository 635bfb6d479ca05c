import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { writeSearchIndexes } from '../../scripts/build/search-index.ts';
import type { Article } from '../../src/article/article.ts';
import { siteCode } from '../../src/site/library/site-code.ts';
import { parse } from '../article/parse.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mithal-search-'));
  return () => rmSync(root, { recursive: true, force: true });
});

const refused = parse('# رُفض الاتصال\n\nالخادم لا يعمل.\n', 'ar/network/refused.md');
const missing = parse('# لا وجود للمضيف\n\nالاسم خاطئ.\n', 'ar/network/missing.md');
const changed = parse('# لا وجود للمضيف\n\nالعنوان خاطئ.\n', 'ar/network/missing.md');

it('indexes a changed article anew beside those of which the words are kept', async () => {
  const before = await indexOf('kept', [refused, missing]);
  const kept = await indexOf('kept', [refused, changed]);
  expect(kept).toEqual(await indexOf('new', [refused, changed]));
  expect(kept).not.toEqual(before);
});

/** @returns the bytes of the index's files, by their paths */
async function indexOf(cache: string, articles: readonly Article[]): Promise<Readonly<Record<string, string>>> {
  vi.stubEnv('XDG_CACHE_HOME', join(root, cache));
  const folder = join(root, 'index');
  const count = await writeSearchIndexes(
    { site: folder, earlier: join(root, 'none') },
    articles,
    siteCode(process.cwd()),
    () => undefined,
  );
  expect(count).toBe(articles.length);
  const files = globSync('**/*.*', { cwd: folder }).toSorted();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}
