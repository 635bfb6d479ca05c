import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { readArticles } from '../../src/content/read-articles.ts';

const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mithal-articles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function read() {
  const { articles, problems } = await readArticles(folder, site);
  return { paths: articles.map(({ path }) => path), articles, problems: problems.map(formatProblem) };
}

describe('the articles of a folder', () => {
  test('are all its Markdown files, ordered by path, without hidden folders and drafts', async () => {
    for (const path of ['b.md', 'ar/ز.md', 'a/b/c.MD', 'Z.md']) write(path, '# T\n');
    for (const path of ['x.txt', '.git/a.md', '_drafts/a.md', '_a.md', 'a/node_modules/p/README.md']) write(path, '#');
    expect(await read()).toMatchObject({ paths: ['Z.md', 'a/b/c.MD', 'ar/ز.md', 'b.md'], problems: [] });
  });

  test('have names that end in .md, and others that look like articles are told', async () => {
    for (const path of ['a.md', 'b.mdx', 'c.markdown', 'd.md.txt']) write(path, '# T\n');
    expect(await read()).toMatchObject({
      paths: ['a.md'],
      problems: [
        'b.mdx:1:1 This file is not read: articles have names that end in ".md". Rename it, or remove it. [file-extension]',
        expect.stringMatching(/^c\.markdown:1:1 /),
        expect.stringMatching(/^d\.md\.txt:1:1 /),
      ],
    });
  });

  test('may link to files of the project', async () => {
    write('content.txt', 'x');
    write('a/a.md', '# T\n\n[a](../content.txt) [b](..) [c](../gone.txt)\n');
    expect((await read()).problems).toEqual([
      expect.stringMatching(/^a\/a\.md:3:29 The project has no file gone\.txt/),
    ]);
  });

  test('do not link out of the repository, whatever lies there on this machine', async () => {
    write('a/a.md', '# T\n\n[a](../..) [b](../../..)\n');
    expect((await read()).problems).toEqual([
      expect.stringMatching(/^a\/a\.md:3:12 The project has no file \.\.\/\.\. for the link/),
    ]);
  });

  test('keep the bytes of their files', async () => {
    write('a.md', '\uFEFF# T\r\n\r\ntext\r\n');
    expect((await read()).articles[0]?.source).toBe('\uFEFF# T\r\n\r\ntext\r\n');
  });

  test('may be linked', async () => {
    write('a.md', '# T\n');
    symlinkSync(join(folder, 'a.md'), join(folder, 'b.md'));
    expect((await read()).paths).toEqual(['a.md', 'b.md']);
  });

  test('are none where they are links out of the repository', async () => {
    write('content/a.md', '# T\n');
    write('shared.md', '# T\n');
    symlinkSync(join(folder, 'shared.md'), join(folder, 'content/b.md'));
    symlinkSync(import.meta.filename, join(folder, 'content/c.md'));
    symlinkSync(join(folder, 'gone.md'), join(folder, 'content/d.md'));
    const { articles, problems } = await readArticles(join(folder, 'content'), site);
    expect(articles.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^c\.md:1:1 This file is a link that leads out of the repository.* \[linked-file\]$/),
      expect.stringMatching(/^d\.md:1:1 The file cannot be read: ENOENT/),
    ]);
  });

  test('are not looked for behind links that a linked folder has', async () => {
    write('a.md', '# T\n');
    write('_outside/x.txt', '');
    for (const name of ['one', 'two']) symlinkSync(folder, join(folder, '_outside', name));
    symlinkSync(join(folder, '_outside'), join(folder, 'linked'));
    expect(await read()).toMatchObject({ paths: ['a.md'], problems: [] });
  });

  test('do not lie below a linked folder, which is told; one of pictures may be linked', async () => {
    write('a.md', '# T\n');
    write('_kept/b/c.md', '# T\n');
    write('_pictures/a.png', '');
    symlinkSync(join(folder, '_kept'), join(folder, 'linked'));
    symlinkSync(join(folder, '_pictures'), join(folder, 'pictures'));
    expect(await read()).toMatchObject({
      paths: ['a.md'],
      problems: [expect.stringMatching(/^linked:1:1 This folder is a link, .* \[linked-folder\]$/)],
    });
  });
});

describe('a file that is not UTF-8', () => {
  test.for([
    ['Latin-1', [...Buffer.from('# T\r\n\r\nسé'), 0xe9, 0x20], '3:3', '0xE9'],
    ['a character cut off', [0x23, 0x20, 0xd8], '1:3', '0xD8'],
    ['a surrogate', [0x0a, 0xed, 0xa0, 0x80], '2:1', '0xED'],
    ['a real U+FFFD before the bad byte', [...Buffer.from('\uFFFD\u{1F600}'), 0x80], '1:4', '0x80'],
  ] as const)('is a problem at its first bad byte: %s', async ([, bytes, place, byte]) => {
    write('bad.md', Uint8Array.from(bytes));
    write('good.md', '# T\n');
    expect(await read()).toMatchObject({
      paths: ['good.md'],
      problems: [`bad.md:${place} The byte ${byte} is not UTF-8 text. Save the file as UTF-8. [not-utf8]`],
    });
  });
});

describe('a file in UTF-16', () => {
  const text = '# عنوان\n\nنص.\n';
  const little = Buffer.from(text, 'utf16le');
  test.for([
    ['with its mark', [0xff, 0xfe, ...little]],
    ['with its mark, the other way round', [0xfe, 0xff, ...Buffer.from(little).swap16()]],
    ['without one', [...little]],
    ['without one, the other way round', [...Buffer.from(little).swap16()]],
  ] as const)('is called that: %s', async ([, bytes]) => {
    write('bad.md', Uint8Array.from(bytes));
    expect((await read()).problems).toEqual([
      'bad.md:1:1 UTF-16 is not UTF-8 text. Save the file as UTF-8. [not-utf8]',
    ]);
  });
});

describe('what cannot be read', () => {
  test('is a problem, and the others are read', async () => {
    write('good.md', '# T\n');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.md'));
    expect(await read()).toMatchObject({
      paths: ['good.md'],
      problems: [
        'link.md:1:1 The file cannot be read: ENOENT: no such file or directory. Make it readable, or remove it. [unreadable]',
      ],
    });
  });

  test.skipIf(process.getuid?.() === 0)('may be a folder', async () => {
    write('good.md', '# T\n');
    write('locked/a.md', '# T\n');
    chmodSync(join(folder, 'locked'), 0o000);
    const { problems } = await read();
    chmodSync(join(folder, 'locked'), 0o700);
    expect(problems).toEqual([
      'locked:1:1 The file cannot be read: EACCES: permission denied. Make it readable, or remove it. [unreadable]',
    ]);
  });

  test('may be the content folder itself', async () => {
    await expect(readArticles(join(folder, 'none'), site)).rejects.toThrow(
      `The content folder cannot be read: ${join(folder, 'none')} (ENOENT: no such file or directory).`,
    );
  });

  test('may be nothing at all', async () => {
    await expect(readArticles(folder, site)).rejects.toThrow(`There is no article (*.md) in ${folder}.`);
  });
});

test('pictures that are not there are problems; those of other sites and of the site’s root are not looked for', async () => {
  write('there.png', Uint8Array.from([1]));
  const pictures = ['there.png', 'gone.png', '%74here.png', '/logo.png', 'https://example.org/a.png'];
  write('a.md', `# T\n\n${pictures.map((url) => `![x](${url})`).join('\n')}\n\n<img alt="x" src="img/b.png">\n`);
  const { problems } = await read();
  expect(problems).toEqual([
    'a.md:4:1 There is no picture "gone.png": the file gone.png does not exist. Put it there, or correct the address. [picture-missing]',
    'a.md:9:1 There is no picture "img/b.png": the file img/b.png does not exist. Put it there, or correct the address. [picture-missing]',
  ]);
});

describe('all problems', () => {
  test('are told together, ordered by path and place', async () => {
    write('c.md', '');
    write('b.md', '# T\n\n[x](d.md)\n\n```py nonsense\n1\n');
    write('a.md', Uint8Array.from([0xff]));
    write('B.md', '# T\n\n# U\n');
    const { problems } = await read();
    expect(problems.map((text) => text.replace(/^(\S+) .* (\[.*\])$/, '$1 $2'))).toEqual([
      'B.md:3:1 [title-second]',
      'a.md:1:1 [not-utf8]',
      'b.md:1:1 [address-taken]',
      'b.md:3:1 [link-article]',
      'b.md:5:1 [fence-unclosed]',
      'c.md:1:1 [empty]',
    ]);
  });

  test('are told, also of a site that has very many', async () => {
    write('a.md', '# T\n\n```py nonsense\n1\n```\n');
    const count = 200_000;
    const { problems } = await readArticles(folder, site, (path, source) => {
      const article = parseArticle(path, source, site);
      return { ...article, problems: Array.from({ length: count }, () => article.problems).flat() };
    });
    expect(problems).toHaveLength(count);
  });
});
