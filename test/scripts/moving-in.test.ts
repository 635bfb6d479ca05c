import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'mithal-moving-in-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', `scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });

const before = '# KeyError في بايثون\n\n```python\n{}["x"]\n```\n\n```python\n1 / 0\n```\n';
const after = before.replace(
  'python\n{}["x"]\n```\n',
  'python error=KeyError\n{}["x"]\n```\n\n```output\nKeyError: \'x\'\n```\n',
);

describe('moving in', () => {
  mkdirSync(join(folder, 'wiki'));
  writeFileSync(join(folder, 'wiki/keyerror_arabic.md'), before);
  writeFileSync(join(folder, 'wiki/keyerror_klingon.md'), '# ?\n');
  const article = join(folder, 'content/ar/python/keyerror.md');

  test('imports a wiki, says what could not be mapped, and how many examples run', () => {
    const { status, stdout, stderr } = run('import', 'wiki', '--into', 'content');
    expect(readFileSync(article, 'utf8')).toBe(before);
    expect(stderr).toContain('warning: wiki/keyerror_klingon.md:1:1 The name "keyerror_klingon.md"');
    expect(stderr).toContain('0 of 2 examples run as they stand');
    expect(stdout).toContain('2 failed (uncaught-error)');
    expect(stdout).toContain('Next: npm run adopt -- content');
    expect(status).toBe(0);
  });

  test('shows what it would adopt as a patch that git applies, and writes nothing', () => {
    const { stdout, stderr } = run('adopt', 'content');
    expect(stdout).toContain('--- a/content/ar/python/keyerror.md\n+++ b/content/ar/python/keyerror.md\n@@ ');
    expect(stderr).toContain('content/ar/python/keyerror.md:7:1 ZeroDivisionError: division by zero');
    expect(readFileSync(article, 'utf8')).toBe(before);
    const git = spawnSync('git', ['apply', '--check', '-'], { cwd: folder, input: stdout, encoding: 'utf8' });
    expect(git).toMatchObject({ status: 0, stderr: '' });
  });

  test('shows it for a folder elsewhere as a patch for that folder, and says so', () => {
    mkdirSync(join(folder, 'here'), { recursive: true });
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    cpSync(join(folder, 'content'), join(folder, 'repository/docs'), { recursive: true });
    const script = spawnSync(process.execPath, ['scripts/adopt.ts', '../repository/docs'], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: join(folder, 'here') },
    });
    expect(script.stdout).toContain('--- a/docs/ar/python/keyerror.md\n+++ b/docs/ar/python/keyerror.md\n@@ ');
    expect(script.stderr).toContain('(git -C ../repository apply < PATCH)');
  });

  test('writes it when asked to, and an import leaves it alone then', () => {
    expect(run('adopt', 'content', '--write').stdout).toBe('');
    expect(readFileSync(article, 'utf8')).toBe(after);
    expect(run('import', 'wiki', '--into', 'content').stderr).toContain(
      '0 written, 1 as before, 1 changed by you and kept',
    );
    expect(readFileSync(article, 'utf8')).toBe(after);
  });

  test('clears away what a killed import left half written, and nothing else', () => {
    const [left, other] = ['.keyerror.md.0b8f2a52-3a0c-4e0e-9d6e-6f1f3c1d7a11.partial', '.notes.partial'];
    for (const name of [left, other]) writeFileSync(join(folder, 'content/ar/python', name), '# Key');
    expect(run('import', 'wiki', '--into', 'content').status).toBe(0);
    expect(readdirSync(join(folder, 'content/ar/python')).toSorted()).toEqual([other, 'keyerror.md']);
  });

  test('takes nothing over that only a link brings into the wiki', () => {
    mkdirSync(join(folder, 'linked'));
    writeFileSync(join(folder, 'secret.md'), '# Secret\n');
    writeFileSync(join(folder, 'linked/a_arabic.md'), '# A\n\nنص.\n');
    symlinkSync('../secret.md', join(folder, 'linked/b_arabic.md'));
    symlinkSync('a_arabic.md', join(folder, 'linked/c_arabic.md'));
    const { status, stdout, stderr } = run('import', 'linked', '--into', 'other');
    expect(stderr).toContain('error: linked/b_arabic.md:1:1 This is a symbolic link to a file outside of the wiki');
    expect(stdout).toContain('2 articles in 1 language');
    expect(status).toBe(1);
  });

  test('says how it is used', () => {
    expect(run('adopt')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run adopt -- FOLDER') });
    expect(run('import')).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run import -- FOLDER') });
    expect(run('import', 'none')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no folder') });
  });
});
