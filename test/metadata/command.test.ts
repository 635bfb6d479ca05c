import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { metadataOf, seed } from './describe-article.ts';

const root = resolve(import.meta.dirname, '../..');
const seedFile = 'test/fixtures/seed/ConnectionRefusedError.md';

function run(...words: string[]) {
  const environment = { ...process.env, INIT_CWD: root };
  return spawnSync('node', ['scripts/metadata.ts', ...words], { cwd: root, encoding: 'utf8', env: environment });
}

test('the command prints as JSON what the page says, the longer ranking and the headings', () => {
  const { stdout, status } = run('--json', seedFile);
  const [derived, ...more] = JSON.parse(stdout);
  expect({ status, more }).toEqual({ status: 0, more: [] });
  expect(derived).toMatchObject({ file: seedFile, ...metadataOf(seed, 'ConnectionRefusedError.md') });
  expect(derived.ranked.slice(0, 8)).toEqual(derived.keywords);
  expect(derived.ranked.length).toBe(10);
  expect(derived.headings).toContain('ملخص جملة واحدة');
});

test('the command names a file that it cannot read, and goes on with the others', () => {
  const { stdout, stderr, status } = run('--json', 'no-such-file.md', seedFile);
  expect(status).toBe(1);
  expect(stderr).toContain('no-such-file.md');
  expect(JSON.parse(stdout)).toHaveLength(1);
});
