import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { metadataOf, seed } from './describe-article.ts';

const root = resolve(import.meta.dirname, '../..');
const seedFile = 'test/fixtures/seed/ConnectionRefusedError.md';
const folder = mkdtempSync(join(tmpdir(), 'mithal-metadata-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(words: readonly string[], from = root, content = join(from, 'content')) {
  const environment = { ...process.env, INIT_CWD: from, MITHAL_CONTENT: content };
  return spawnSync('node', ['scripts/metadata.ts', ...words], { cwd: root, encoding: 'utf8', env: environment });
}

function lay(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe('as JSON, the command prints', () => {
  test('what the page says, the ten best keywords and the headings', () => {
    const { stdout, status } = run(['--json', seedFile]);
    const [derived, ...more] = JSON.parse(stdout);
    expect({ status, more }).toEqual({ status: 0, more: [] });
    const { title, description, keywords } = metadataOf(seed, 'ConnectionRefusedError.md');
    expect(derived).toMatchObject({ file: seedFile, title, description, keywords });
    expect(derived.ranked.slice(0, 8)).toEqual(derived.keywords);
    expect(derived.ranked.length).toBe(10);
    expect(derived.headings).toContain('ملخص جملة واحدة');
  });

  test('what each of many files is about before what they share', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const files = numbers.map((n) =>
      lay(`many-${n}.md`, `# شرح\n\nالحاسوب المحمول آلة، والحاسوب المحمول سريع. تقنية${n} هنا، تقنية${n}.\n`),
    );
    const all: readonly { ranked: readonly string[] }[] = JSON.parse(run(['--json', ...files], folder).stdout);
    expect(all.map(({ ranked }) => ranked[0])).toEqual(numbers.map((n) => `تقنية ${n}`));
  });

  test('what it can, of files as strange as they get, and names those that it cannot read', () => {
    const bad = [
      lay('latin-1.md', Buffer.from('# caf\xE9\n', 'latin1')),
      lay('binary.md', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2])),
      'none.md',
      '.',
      lay('deep.md', `${'> '.repeat(300)}نص\n`),
    ];
    const good = [
      lay('empty.md', ''),
      lay('mark.txt', '\uFEFF'),
      lay('only-code.md', '```python\nprint(1)\n```\n'),
      lay('open.md', '---\ntitle: "x\n---\n<!-- \n'),
      lay('emphasis.md', '*a **b '.repeat(2000)),
      lay('line.txt', 'كلمة أخرى في سطر واحد '.repeat(50_000)),
      lay('word.txt', 'كلمة'.repeat(100_000)),
      lay('and.txt', 'و'.repeat(100_000)),
    ];
    const { stdout, stderr, status } = run(['--json', ...bad, ...good], folder);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(good);
    expect(stderr.trim().split('\n')).toEqual([
      'error: latin-1.md:1:6 The byte 0xE9 is not UTF-8 text. Save the file as UTF-8. [not-utf8]',
      'error: binary.md:1:1 This is no text: it has zero bytes.',
      'error: There is no file none.md.',
      'error: . is a folder; name the files in it.',
      'error: deep.md:1:1 Lists, quotes or HTML tags are nested too deeply to be read. Nest them less deeply, or close the tags. [nested-too-deeply]',
    ]);
  });
});

test('a header is found missing, is written, and is right then, without a word about which files', () => {
  const content = join(folder, 'wiki');
  mkdirSync(join(content, 'ar'), { recursive: true });
  cpSync(join(root, seedFile), join(content, 'ar/seed.md'));
  writeFileSync(join(content, 'ar/bare.md'), '# العنوان\n\nنص المقالة كلها هنا.\n');

  const before = run(['--check'], folder, content);
  expect(before.status).toBe(1);
  expect(before.stderr).toContain('error: wiki/ar/bare.md:1:1 The header has no description and no keywords.');
  expect(before.stderr).toMatch(/error: wiki\/ar\/seed\.md:2:19 .*\[description-raw\]/);
  expect(before.stdout).toBe('2 headers checked: 2 not right\n');

  expect(run(['--write'], folder, content).stdout).toMatch(/2 headers written, 0 kept\n$/);
  expect(readFileSync(join(content, 'ar/bare.md'), 'utf8')).toMatch(/^<!--\nMeta Description: نص المقالة كلها هنا\./);
  expect(run(['--write'], folder, content).stdout).toBe('0 headers written, 2 kept\n');
  expect(run(['--check'], folder, content)).toMatchObject({ status: 0, stdout: '2 headers checked: all right\n' });
});

test('an article of the site is held against all others, which are named as the user would', () => {
  const content = join(folder, 'same');
  mkdirSync(join(content, 'ar'), { recursive: true });
  for (const name of ['first', 'second'])
    writeFileSync(
      join(content, `ar/${name}.md`),
      '---\ndescription: كتبها المؤلف.\nkeywords: قواميس\n---\n# أ\n\nنص.\n',
    );
  const { stderr, stdout } = run(['--check', 'same/ar/second.md'], folder, content);
  expect(stderr).toMatch(/^error: same\/ar\/second\.md:2:14 .*same\/ar\/first\.md.*\[description-same\]$/m);
  expect(stderr).toMatch(/^Reading articles: 2 articles, /m);
  expect(stdout).toBe('1 header checked: 1 not right\n');
});

test('a file that cannot be written stays as it is, and the others are written', () => {
  const broken = lay('broken.md', '---\ntitle: "x\n---\n# T\n');
  const sound = lay('sound.md', '# العنوان\n\nنص المقالة كلها هنا.\n');
  const toml = lay('toml.md', '+++\ntitle = "x"\n+++\n# T\n');
  const open = lay('open.md', '<!--\nMeta Description: of its author\n\n# T\n');
  const { status, stderr, stdout } = run(['--write', broken, sound, toml, open, lay('plain.txt', 'نص')], folder);
  expect(stderr).toContain('error: open.md:1:1 "<!--" is never closed');
  expect(stderr).toContain('error: toml.md:1:1 The frontmatter is TOML. Write it as YAML, between lines of ---.');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error: plain\.txt: Only Markdown.*\nerror: broken\.md:\d+:\d+ The frontmatter is not YAML: /,
  );
  expect(stdout).toBe('sound.md: written\n1 header written, 0 kept\n');
  expect(readFileSync(join(folder, broken), 'utf8')).toBe('---\ntitle: "x\n---\n# T\n');
});

test('two ways at once, and no file, are asked about', () => {
  expect(run(['--check', '--write']).stderr).toContain('--check and --write cannot stand together.');
  expect(run(['--json']).stderr).toMatch(/^error: Which articles\?\nnpm run metadata/);
  expect(run(['--all']).status).toBe(1);
  expect(run(['--write', 'src']).stderr).toBe('error: src is a folder; name the files in it.\n');
});
