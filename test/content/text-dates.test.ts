import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fileDates } from '../../src/content/file-dates.ts';
import { lintContent } from '../../src/content/lint-content.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { textDates } from '../../src/content/text-dates.ts';
import { site } from '../article/parse.ts';

/** A content folder under git, and how files are committed to it on a day of January 2025. */
function repository() {
  const root = mkdtempSync(join(tmpdir(), 'mithal-git-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const content = join(root, 'docs/content');
  const git = (args: readonly string[], day: number) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: root,
      env: { ...process.env, GIT_AUTHOR_DATE: `2025-01-0${day}T00:00:00Z` },
      stdio: 'ignore',
    });
  const commit = (day: number, files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    git(['add', '-A'], day);
    git(['commit', '-m', 'x'], day);
  };
  git(['init'], 1);
  return { root, content, commit, configure: (name: string, value: string) => git(['config', name, value], 1) };
}

const warn = (message: string): never => {
  throw new Error(message);
};

const comment = (keywords: string) => `<!--\nMeta Keywords: ${keywords}\nMeta Derived: keywords ${keywords}\n-->\n\n`;

it('the last change of a text is no change of what is derived into its header', async () => {
  const { root, content, commit } = repository();
  commit(1, { 'ar/مقالة.md': '# T\n\nx\n', 'ar/b.md': '---\ntitle: a\ndraft: true\n---\n\nx\n', 'ar/c d.md': '# T\n' });
  commit(2, { 'ar/مقالة.md': `${comment('a')}# T\n\nx\n`, 'ar/c d.md': '# T\n\n--- x\n' });
  commit(3, { 'ar/مقالة.md': `${comment('b')}# T\n\nx\n`, 'ar/b.md': '---\ntitle: b\ndraft: true\n---\n\nx\n' });
  commit(4, { 'ar/b.md': '---\ntitle: b\ndraft: true\ndescription: d\n---\n\nx\n' });
  const dates = await textDates(content, ['ar/مقالة.md', 'ar/b.md', 'ar/c d.md'], warn);
  expect([...dates].map(([path, date]) => [path, date.slice(0, 10)]).toSorted()).toEqual([
    ['ar/b.md', '2025-01-03'],
    ['ar/c d.md', '2025-01-02'],
    ['ar/مقالة.md', '2025-01-01'],
  ]);
  expect((await textDates(root, [], warn)).size).toBe(0);
  expect((await textDates(tmpdir(), ['a.md'], warn)).size).toBe(0);
});

it.each([
  ['color.ui', 'always'],
  ['diff.noPrefix', 'true'],
  ['diff.mnemonicPrefix', 'true'],
  ['diff.srcPrefix', 'old/'],
  ['diff.external', 'false'],
  ['log.showSignature', 'true'],
])('the dates are the same whatever git is configured to show: %s=%s', async (name, value) => {
  const { content, commit, configure } = repository();
  configure(name, value);
  commit(1, { 'ar/a.md': '# T\n\nx\n' });
  commit(2, { 'ar/a.md': '# T\n\ny\n' });
  expect((await textDates(content, ['ar/a.md'], warn)).get('ar/a.md')).toMatch(/^2025-01-02/);
  expect((await fileDates(content, warn)).get('ar/a.md')?.updated).toMatch(/^2025-01-02/);
});

it('a translation whose header alone was written after the original changed is still behind', async () => {
  const { content, commit } = repository();
  commit(1, { 'ar/a.md': '# ت\n\nنص\n', 'en/a.md': '# T\n\ntext\n', 'en/b.md': '# B\n\ntext\n' });
  commit(2, { 'ar/a.md': '# ت\n\nنص آخر\n', 'ar/b.md': '# ب\n\nنص\n' });
  commit(3, { 'en/a.md': `${comment('a')}# T\n\ntext\n`, 'en/b.md': '# B\n\nnew text\n' });
  const { articles } = await readArticles(content, site);
  const { findings } = await lintContent(content, articles, site, await fileDates(content, warn), { warn });
  const behind = [...findings.values()].flat().filter(({ problem }) => problem.rule === 'translation-behind');
  expect(behind.map(({ problem }) => problem.path)).toEqual(['en/a.md']);
});
