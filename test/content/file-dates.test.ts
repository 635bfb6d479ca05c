import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileDates } from '../../src/content/file-dates.ts';

let root: string;
let content: string;
let said: string[];

const warn = (message: string): void => void said.push(message);

beforeEach(() => {
  said = [];
  root = mkdtempSync(join(tmpdir(), 'mithal-git-'));
  content = join(root, 'docs/content');
  mkdirSync(join(content, 'ar'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(args: readonly string[], date = '2025-01-01T00:00:00+03:00', cwd = root): void {
  const identity = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2030-01-01T00:00:00Z' };
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd,
    env: { ...process.env, ...identity },
    stdio: 'ignore',
  });
}

function commit(files: Readonly<Record<string, string>>, date: string): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(content, path), text);
  git(['add', '-A']);
  git(['commit', '-m', 'x'], date);
}

describe('the dates of the articles', () => {
  it('are the authors’ dates of the first and the last commits, whatever the names', async () => {
    git(['init']);
    commit({ 'ar/a.md': '1', 'ar/مقالة "ب".md': '1' }, '2025-03-01T10:00:00+03:00');
    commit({ 'ar/a.md': '2' }, '2025-04-02T23:00:00+03:00');
    writeFileSync(join(content, 'ar/new.md'), 'not yet committed');
    expect(Object.fromEntries(await fileDates(content, warn))).toEqual({
      'ar/a.md': { published: '2025-03-01T10:00:00+03:00', updated: '2025-04-02T23:00:00+03:00' },
      'ar/مقالة "ب".md': { published: '2025-03-01T10:00:00+03:00', updated: '2025-03-01T10:00:00+03:00' },
    });
  });

  it('are asked for again after a commit', async () => {
    git(['init']);
    commit({ 'ar/a.md': '1' }, '2025-03-01T10:00:00+03:00');
    await fileDates(content, warn);
    commit({ 'ar/a.md': '2' }, '2025-04-02T23:00:00+03:00');
    expect((await fileDates(content, warn)).get('ar/a.md')).toMatchObject({ updated: '2025-04-02T23:00:00+03:00' });
    git(['reset', '--hard', 'HEAD~1']);
    expect((await fileDates(content, warn)).get('ar/a.md')).toMatchObject({ updated: '2025-03-01T10:00:00+03:00' });
  });

  it('are none where there is no git', async () => {
    expect((await fileDates(content, warn)).size).toBe(0);
    git(['init']);
    expect((await fileDates(content, warn)).size).toBe(0);
    expect(said).toEqual([]);
  });

  it('are none where git fails, and why is told', async () => {
    git(['init']);
    commit({ 'ar/a.md': '1' }, '2025-03-01T10:00:00Z');
    rmSync(join(root, '.git/objects'), { recursive: true });
    mkdirSync(join(root, '.git/objects'));
    expect((await fileDates(content, warn)).size).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^The dates of the articles are not known, as git fails in .*content: fatal: /),
    ]);
  });

  it('leave out the first one where the history may go on', async () => {
    git(['init', '-b', 'main']);
    commit({ 'ar/a.md': '1' }, '2025-03-01T10:00:00Z');
    commit({ 'ar/a.md': '2' }, '2025-04-01T10:00:00Z');
    const clone = mkdtempSync(join(tmpdir(), 'mithal-clone-'));
    git(['clone', '--depth', '2', `file://${root}`, clone]);
    commit({ 'ar/a.md': '3' }, '2025-05-01T10:00:00+03:00');
    git(['pull', '--depth', '2'], undefined, clone);
    expect((await fileDates(join(clone, 'docs/content'), warn)).get('ar/a.md')).toEqual({
      updated: '2025-05-01T10:00:00+03:00',
    });
    rmSync(clone, { recursive: true, force: true });
  });

  it('are none behind the end of a shallow clone, where git would name the wrong commit', async () => {
    git(['init', '-b', 'main']);
    commit({ 'ar/a.md': '1' }, '2025-03-01T10:00:00Z');
    commit({ 'ar/b.md': '1' }, '2025-04-01T10:00:00Z');
    const clone = mkdtempSync(join(tmpdir(), 'mithal-clone-'));
    git(['clone', '--depth', '1', `file://${root}`, clone]);
    expect((await fileDates(join(clone, 'docs/content'), warn)).size).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^The clone is shallow: /)]);
    rmSync(clone, { recursive: true, force: true });
  });
});
