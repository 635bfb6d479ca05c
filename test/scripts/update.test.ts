import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { replaceFile } from '../../scripts/articles/replace-file.ts';

const article = `# Division

\`\`\`python
print("٣ ÷ ٢ =", 3 / 2)
\`\`\`

\`\`\`output
old
\`\`\`

> \`\`\`pycon
> >>> print("a\\n\\nb")
> a
> >>> for n in range(2):
> ...     n
> >>> 1 / 0
> Traceback (most recent call last):
>   ...
> ZeroDivisionError: integer division
> >>> "one"
> 'one'
> >>> 1 + 1
> \`\`\`

\`\`\`js error=TypeError
console.log('before');
null.length;
\`\`\`

\`\`\`python
1 / 0
\`\`\`

\`\`\`output
0
\`\`\`

\`\`\`pycon
>>> 1 / 0
1
\`\`\`

\`\`\`pycon
>>> raise ExceptionGroup("g", [ValueError("v")])
\`\`\`

\`\`\`pycon
>>> try: 1 / 0
... except ZeroDivisionError as e: raise ZeroDivisionError("x") from e
Traceback (most recent call last):
  ...
ZeroDivisionError: other words

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  ...
ZeroDivisionError: x
\`\`\`
`;

const updated = article
  .replace('old', '٣ ÷ ٢ = 1.5')
  .replace('> a\n', '> a\n> <BLANKLINE>\n> b\n')
  .replace('n\n> >>> 1', 'n\n> 0\n> 1\n> >>> 1')
  .replace('integer division', 'division by zero')
  .replace('>>> 1 + 1\n', '>>> 1 + 1\n> 2\n')
  .replace(
    'null.length;\n```\n',
    "null.length;\n```\n\n```output\nbefore\nTypeError: Cannot read properties of null (reading 'length')\n```\n",
  );

const folder = mkdtempSync(join(tmpdir(), 'mithal-update-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run update', () => {
  const file = join(folder, 'division.md');
  const run = (...args: string[]) => {
    const command = ['--disable-warning=ExperimentalWarning', 'scripts/update.ts', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
    return { status, stdout, stderr };
  };

  test('writes what was printed and answered, but no error that nobody expected', () => {
    writeFileSync(file, article);
    chmodSync(file, 0o640);
    const { status, stdout, stderr } = run('division.md', '--missing');
    expect(readFileSync(file, 'utf8')).toBe(updated);
    expect(stdout).toContain('division.md: 3 outputs written (line 3, 11, 30); 4 examples cannot be updated');
    expect(stderr).toMatch(/error: division\.md:\d+:1 The example ended with an uncaught error: ZeroDivisionError/);
    expect(status).toBe(1);
  });

  test('keeps the permissions of the file and leaves no other', () => {
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['division.md']);
  });

  test('changes nothing the second time', () => {
    const { stdout } = run('division.md', '--missing');
    expect(readFileSync(file, 'utf8')).toBe(updated);
    expect(stdout).toContain('nothing to write');
  });

  test('says how it is used, and which file is not there', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run update -- FILE') });
    expect(run('none.md')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no file none.md') });
  });
});

describe('replaceFile', () => {
  test('refuses a file that was changed meanwhile', async () => {
    const file = join(folder, 'changed.md');
    writeFileSync(file, 'mine');
    await expect(replaceFile(file, Buffer.from('read before'), 'ours')).rejects.toThrow('was changed');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('replaces what a link leads to, and keeps the link', async () => {
    const [target, link] = [join(folder, 'target.md'), join(folder, 'link.md')];
    writeFileSync(target, 'before');
    symlinkSync(target, link);
    await replaceFile(link, Buffer.from('before'), 'after');
    expect(readFileSync(target, 'utf8')).toBe('after');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
