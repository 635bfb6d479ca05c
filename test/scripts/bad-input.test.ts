import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordFile } from '../../src/examples/record.ts';
import { copyProject } from '../copy-project.ts';

const title = '# عنوان\n\nفقرة قصيرة عن الخطأ وسببه.\n\n';
const fence = (words: string, code: string): string => `\`\`\`${words}\n${code}\n\`\`\`\n`;

/** Each article, with what must be said of it: the place, and words of the message. */
const badInput: Readonly<Record<string, readonly [text: string | Uint8Array, place: string, ...words: string[]]>> = {
  'ar/bad/unclosed-fence.md': [`${title}\`\`\`python\nprint(1)\n`, '5:1', 'never closed'],
  'ar/bad/unknown-word.md': [title + fence('python no_rum', 'print(1)'), '5:11', 'no_rum', 'no_run'],
  'ar/bad/no-error.md': [title + fence('python error=KeyError', 'print(1)'), '5:1', 'KeyError'],
  'ar/bad/endless.md': [title + fence('python timeout=1s', 'while True: pass'), '5:1', 'time limit'],
  'ar/bad/endless-script.md': [title + fence('js timeout=1s', 'for (;;);'), '5:1', 'time limit'],
  'ar/bad/flood.md': [title + fence('python', 'print("x" * 100_000_000)'), '5:1', 'printed more than'],
  'ar/bad/flood-script.md': [title + fence('js', 'console.log("x".repeat(100_000_000))'), '5:1', 'printed more than'],
  'ar/bad/no-package.md': [title + fence('python', 'import no_such_package'), '6:1', 'no_such_package'],
  'ar/bad/latin1.md': [Uint8Array.of(0x23, 0x20, 0xe9, 0x0a), '1:3', 'UTF-8'],
  'ar/bad/empty.md': ['', '1:1', 'empty'],
  'ar/bad/untitled.md': ['فقرة بلا عنوان.\n', '1:1', 'title'],
  'ar/bad/two-titles.md': [`${title}# عنوان آخر\n`, '5:1', 'title'],
  'ar/same/page.md': [title, '1:1', 'ar/same/Page.md'],
  'ar/bad/frontmatter.md': [`---\ntitle: "open\n---\n\n${title}`, '3:1', 'YAML'],
  'ar/bad/broken-link.md': [`${title}انظر [هنا](missing.md).\n`, '5:6', 'missing.md'],
  'ar/bad/trojan.md': [title + fence('python', 'x = "\u202E"'), '6:6', 'U+202E'],
  'ar/bad/script.md': [`${title}<script>alert(1)</script>\n`, '5:1', 'script'],
};

const goodInput = {
  'ar/same/Page.md': title,
  'ar/good/bom-crlf.md': `\uFEFF${title}${fence('python', 'print("نعم")')}${fence('output', 'نعم')}`.replaceAll(
    '\n',
    '\r\n',
  ),
};

describe('without articles', () => {
  const copy = copyProject({ 'notes.txt': 'no article' });

  test.each([
    ['build', join(copy, 'content'), 'There is no article (*.md) in'],
    ['dev', join(copy, 'none'), 'The content folder cannot be read'],
    ['lint', join(copy, 'none'), 'The content folder cannot be read'],
    ['metadata', join(copy, 'none'), 'The content folder cannot be read', '--check'],
  ])('%s says what is missing and what to do, in one line', (script, folder, reason, ...words) => {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...words], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, MITHAL_CONTENT: folder, NODE_NO_WARNINGS: '1' },
    });
    expect(stderr).toMatch(/^error: [^\n]*MITHAL_CONTENT[^\n]*\n$/);
    expect(stderr).toContain(reason);
    expect(status).toBe(1);
  });
});

describe('a command line with a mistake', () => {
  test.each([
    ['lint', ['--fxi'], 'There is no option --fxi.\nnpm run lint -- [FILE…] [--fix]'],
    ['build', ['--watch'], 'There is no option --watch.\nnpm run build'],
    ['build', ['content/ar'], '"content/ar" is no option.'],
    ['dev', ['--prot', '80'], 'There is no option --prot.\nnpm run dev -- [--host] [--port 4321]'],
    ['dev', ['--port', 'x'], '"x" is no port.'],
    ['lint', ['content/ar/python'], 'content/ar/python is a folder; name the files in it.'],
    ['lint', ['README.md'], 'README.md is no article: those are the *.md'],
    ['lint', ['none.md', 'content/ar'], 'There is no article none.md.\nerror: content/ar is a folder'],
    ['reference', ['content/ar/none.md'], 'content/ar/none.md is no article of'],
    ['update', ['content/ar/python'], 'content/ar/python is a folder; name the files in it.'],
    ['metadata', ['content/ar/python'], 'content/ar/python is a folder; name the files in it.'],
    ['new', ['ar', 'python', 'content/ar/python/x.md'], '"content/ar/python/x.md" is a path.'],
    ['import', ['missing-wiki'], 'There is no folder '],
    ['import', ['README.md'], 'README.md is a file; name the folder of the wiki.'],
    ['import', ['content'], 'content is the folder that is imported into. Name the wiki.'],
  ])('%s %j is told what to write', (script, words, reason) => {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...words], {
      encoding: 'utf8',
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    expect(stderr).toMatch(/^error: /m);
    expect(stderr).toContain(reason);
    expect(status).toBe(1);
  });
});

test('the linter sends nobody to a page of the guide that is not there', () => {
  const copy = copyProject({ 'ar/untitled.md': 'فقرة بلا عنوان.\n' });
  const { stderr } = spawnSync(process.execPath, ['scripts/lint.ts'], { cwd: copy, encoding: 'utf8' });
  expect(stderr).toContain('ar/untitled.md:1:1 The article has no title, ');
  expect(stderr).not.toContain('explained in');
});

describe('a build of articles with every kind of mistake', () => {
  let copy = '';
  let printed = '';
  let status: number | null = null;

  beforeAll(() => {
    copy = copyProject({
      ...goodInput,
      ...Object.fromEntries(Object.entries(badInput).map(([path, [text]]) => [path, text])),
    });
    const build = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: copy, encoding: 'utf8', timeout: 240_000 });
    printed = build.stdout + build.stderr;
    status = build.status;
  }, 300_000);

  test.each(Object.entries(badInput))('names %s and the place', (path, [, place, ...words]) => {
    const line = printed.split('\n').find((candidate) => candidate.includes(`${path}:${place} `));
    expect(line, printed).toBeDefined();
    for (const word of words) expect(line).toContain(word);
  });

  test('fails', () => {
    expect(status, printed).toBe(1);
  });

  test('has nothing to say of a byte order mark and CRLF', () => {
    expect(printed).not.toContain('bom-crlf.md:');
  });

  test('writes the whole site all the same', () => {
    const articles = [...Object.keys(goodInput), ...Object.keys(badInput)].filter((path) => !path.includes('latin1'));
    const missing = articles.filter((path) => {
      return !existsSync(join(copy, 'dist', path.toLowerCase().replace(/\.md$/, ''), 'index.html'));
    });
    expect(missing).toEqual([]);
  });

  test('marks as verified only what is true', () => {
    const { examples: records } = JSON.parse(readFileSync(join(copy, '.mithal/examples.json'), 'utf8')) as RecordFile;
    const verdicts = Object.fromEntries(records.map(({ article, verdict, kind }) => [article, `${verdict} ${kind}`]));
    expect(verdicts).toMatchObject({
      'ar/good/bom-crlf.md': 'passed completed',
      'ar/bad/no-error.md': 'failed no-error',
      'ar/bad/endless.md': 'failed timeout',
      'ar/bad/endless-script.md': 'failed timeout',
      'ar/bad/flood.md': 'failed output-limit',
      'ar/bad/flood-script.md': 'failed output-limit',
      'ar/bad/no-package.md': 'unavailable package',
    });
  });

  test('keeps raw scripts out of the pages', () => {
    const page = readFileSync(join(copy, 'dist/ar/bad/script/index.html'), 'utf8');
    expect(page).not.toContain('alert(1)');
  });
});
