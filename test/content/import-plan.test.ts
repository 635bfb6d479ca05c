import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { languageNamed, languageTagged } from '../../src/content/import-languages.ts';
import { readWikiName } from '../../src/content/import-names.ts';
import { type PlannedFile, planImport } from '../../src/content/import-plan.ts';
import { writeImport } from '../../src/content/import-write.ts';
import { openWikiReader, readWikiArticle } from '../../src/content/wiki-reader.ts';

/** English name in a file's name → tag. */
const languages = {
  ...{
    arabic: 'ar',
    english: 'en',
    french: 'fr',
    german: 'de',
    spanish: 'es',
    italian: 'it',
    dutch: 'nl',
    russian: 'ru',
  },
  ...{
    japanese: 'ja',
    korean: 'ko',
    chinese: 'zh',
    portuguese: 'pt',
    turkish: 'tr',
    polish: 'pl',
    hindi: 'hi',
    urdu: 'ur',
  },
  ...{ bengali: 'bn', persian: 'fa', hebrew: 'he', swahili: 'sw', vietnamese: 'vi', thai: 'th', indonesian: 'id' },
  ...{ ukrainian: 'uk', chinese_simplified: 'zh-Hans', traditional_chinese: 'zh-Hant', brazilian_portuguese: 'pt-BR' },
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (file: PlannedFile | undefined): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);

const png = (seed: number): Uint8Array => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, seed);

/** Fourteen topics in every language, and files of every odd kind. */
function makeWiki(): { path: string; bytes: Uint8Array }[] {
  const article = (topic: number, language: string): string =>
    `# Topic ${topic} (${language})${language === 'arabic' ? ' في بايثون' : ''}\n\n` +
    `[next](topic_${(topic + 1) % 14}_error_${language}.md#x) ![](images/shared.png)\n\n\`\`\`python\nprint(${topic})\n\`\`\`\n`;
  const regular = Object.keys(languages).flatMap((language) =>
    Array.from({ length: 14 }, (_, topic) => ({
      path: `topic_${topic}_error_${language}.md`,
      bytes: bytes(article(topic, language)),
    })),
  );
  const odd: Record<string, string | Uint8Array> = {
    'images/shared.png': png(1),
    'images/copy of shared.png': png(1),
    'images/صورة الخطأ.png': png(2),
    'other/shared.png': png(3),
    'KeyError_Arabic.MD':
      '\uFEFF# KeyError في بايثون\r\n\r\n![صورة](images/%D8%B5%D9%88%D8%B1%D8%A9%20%D8%A7%D9%84%D8%AE%D8%B7%D8%A3.png "عنوان")\r\n' +
      '![أخرى](<images/copy of shared.png>) [ملف](./Topic_3_error_arabic.md?a=1#b) <img src="other/shared.png">\r\n\r\n' +
      '[مرجع][r] [ضائع](nowhere_arabic.md) [غريب](foo_klingon.md) [موقع](https://example.com/a.md) [هنا](#x)\r\n\r\n' +
      '[r]: topic_1_error_english.md\r\n\r\n```js\n// [x](topic_1_error_arabic.md)\n```\n',
    'keyerror_arabic.md': '# مكرر\n',
    'type error_arabic.md': '# TypeError في JavaScript\n',
    'foo_klingon.md': '# Foo\n',
    'readme.md': '# Readme\n',
    'broken_arabic.md': Uint8Array.of(0x23, 0x20, 0xe9, 0x0a),
    'empty_arabic.md': '',
    'untitled_arabic.md': 'نص بلا عنوان\n',
    'unclosed_arabic.md': '<!--\nMeta Description: x\n\n# عنوان\n',
    'notes.csv': 'a,b\n',
    'French/web/promise.md': '# Promise\n',
    'ar/web/promise.md': '# الوعد\n',
  };
  return [
    ...regular,
    ...Object.entries(odd).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? bytes(content) : content,
    })),
  ];
}

const wiki = makeWiki();
const plan = planImport(wiki, ['ar', 'en']);
const planned = new Map(plan.files.map((file) => [file.source, file]));
const targetOf = (source: string): string | undefined => planned.get(source)?.target;

describe('names of files', () => {
  test('the English name of a language is found in every usual form, and leads back', () => {
    for (const [name, tag] of Object.entries(languages)) expect([name, languageNamed(name)?.tag]).toEqual([name, tag]);
    expect(languageNamed('Portuguese (Brazil)')).toEqual({ tag: 'pt-BR', name: 'Portuguese (Brazil)' });
    expect(languageNamed('NORWEGIAN BOKMÅL')?.tag).toBe('nb');
    for (const [name, tag] of [
      ...[
        ['farsi', 'fa'],
        ['norwegian', 'no'],
        ['nynorsk', 'nn'],
        ['bokmål', 'nb'],
        ['castilian', 'es'],
      ],
      ...[
        ['slovene', 'sl'],
        ['myanmar', 'my'],
        ['sorani', 'ckb'],
        ['cantonese', 'yue'],
        ['dari', 'fa-AF'],
      ],
      ...[
        ['chinese_taiwan', 'zh-TW'],
        ['portuguese_br', 'pt-BR'],
      ],
    ] as const)
      expect([name, languageNamed(name)?.tag]).toEqual([name, tag]);
    expect(languageNamed('klingon')).toBeUndefined();
    expect(languageNamed('2 arabic')).toBeUndefined();
    expect(languageTagged('zh_tw')?.tag).toBe('zh-TW');
    expect([languageTagged('ts'), languageTagged('py'), languageTagged('xx')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('the topic is what is left, the same in all languages', () => {
    expect(readWikiName('key_error_brazilian_portuguese.md')).toMatchObject({
      topic: 'key-error',
      language: { tag: 'pt-BR' },
    });
    expect(readWikiName('wiki/Python/Key Error_Arabic.md')).toMatchObject({
      topic: 'key-error',
      section: ['wiki', 'python'],
    });
    expect(readWikiName('arabic/python/polish.md')).toMatchObject({ topic: 'polish', language: { tag: 'ar' } });
    expect(readWikiName('errno_111_arabic.md')).toMatchObject({ topic: 'errno-111', language: { tag: 'ar' } });
    expect(readWikiName('http_404_chinese_(simplified).md')).toMatchObject({
      topic: 'http-404',
      language: { tag: 'zh-Hans' },
    });
    expect(readWikiName('key_error_arabic (1).md')).toMatchObject({ topic: 'key-error', language: { tag: 'ar' } });
    expect(readWikiName('_arabic.md')).toBeUndefined();
  });
});

describe('the plan of an import', () => {
  test('lays every topic out in one section for all its languages', () => {
    expect(wiki.length).toBeGreaterThan(300);
    expect(targetOf('topic_3_error_arabic.md')).toBe('ar/python/topic-3-error.md');
    expect(targetOf('topic_3_error_english.md')).toBe('en/python/topic-3-error.md');
    expect(targetOf('topic_3_error_japanese.md')).toBe('_ja/python/topic-3-error.md');
    expect(targetOf('topic_3_error_chinese_simplified.md')).toBe('_zh-Hans/python/topic-3-error.md');
    expect(targetOf('type error_arabic.md')).toBe('ar/javascript/type-error.md');
    expect(targetOf('ar/web/promise.md')).toBe('ar/web/promise.md');
    expect(targetOf('French/web/promise.md')).toBe('_fr/web/promise.md');
  });

  test('changes nothing of an article but where its links lead', () => {
    expect(text(planned.get('KeyError_Arabic.MD'))).toBe(
      '\uFEFF# KeyError في بايثون\r\n\r\n![صورة](../../pictures/صورة-الخطأ.png "عنوان")\r\n' +
        '![أخرى](<../../pictures/copy-of-shared.png>) [ملف](topic-3-error.md?a=1#b) <img src="../../pictures/shared.png">\r\n\r\n' +
        '[مرجع][r] [ضائع](nowhere_arabic.md) [غريب](foo_klingon.md) [موقع](https://example.com/a.md) [هنا](#x)\r\n\r\n' +
        '[r]: ../../en/python/topic-1-error.md\r\n\r\n```js\n// [x](topic_1_error_arabic.md)\n```\n',
    );
  });

  test('takes each picture once', () => {
    const pictures = plan.files.filter(({ kind }) => kind === 'picture').map(({ target }) => target);
    expect(pictures).toEqual(['pictures/copy-of-shared.png', 'pictures/صورة-الخطأ.png', 'pictures/shared.png']);
  });

  test('keeps what it does not understand, byte for byte, and says where and why', () => {
    const unmapped = plan.files.filter(({ kind }) => kind === 'unmapped');
    const paths = [
      'broken_arabic.md',
      'empty_arabic.md',
      'foo_klingon.md',
      'keyerror_arabic.md',
      'notes.csv',
      'readme.md',
    ];
    expect(unmapped.map(({ target }) => target)).toEqual(paths.map((path) => `_unmapped/${path}`));
    for (const file of unmapped) expect(file.bytes).toBe(wiki.find(({ path }) => path === file.source)?.bytes);
    expect(
      plan.problems.map(({ path, position, rule }) => `${path}:${position.line}:${position.column} ${rule}`).toSorted(),
    ).toEqual([
      'KeyError_Arabic.MD:6:18 import-link',
      'KeyError_Arabic.MD:6:44 import-link-unmapped',
      'broken_arabic.md:1:3 import-not-utf8',
      'empty_arabic.md:1:1 import-empty',
      'foo_klingon.md:1:1 import-language',
      'keyerror_arabic.md:1:1 import-duplicate',
      'notes.csv:1:1 import-kind',
      'readme.md:1:1 import-language',
      'unclosed_arabic.md:1:1 import-unclosed',
      'untitled_arabic.md:1:1 import-title',
    ]);
  });

  test('loses no file', () => {
    const pictures = wiki.filter(({ path }) => path.endsWith('.png')).length;
    expect(plan.files.length).toBe(wiki.length - pictures + 3);
  });
});

describe('writing an import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-import-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const all = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const times = (): readonly number[] => all().map((path) => statSync(join(folder, path)).mtimeMs);

  test('changes nothing the second time', async () => {
    expect(await writeImport(folder, plan.files)).toMatchObject({ written: plan.files.length, problems: [] });
    const [paths, before] = [all(), times()];
    expect(await writeImport(folder, plan.files)).toMatchObject({ written: 0, same: plan.files.length, problems: [] });
    expect(all()).toEqual(paths);
    expect(times()).toEqual(before);
  });

  const changed = (suffix: string): readonly PlannedFile[] =>
    planImport(
      wiki.map((file) =>
        file.path === 'topic_0_error_arabic.md'
          ? { ...file, bytes: bytes(`${new TextDecoder().decode(file.bytes)}${suffix}`) }
          : file,
      ),
      ['ar', 'en'],
    ).files;
  const file = join(folder, 'ar/python/topic-0-error.md');

  test('takes over what was changed in the wiki', async () => {
    expect(await writeImport(folder, changed('جديد\n'))).toMatchObject({ written: 1, problems: [] });
    expect(readFileSync(file, 'utf8')).toMatch(/جديد\n$/);
  });

  test('leaves alone what was changed here, and tells if the wiki says something new', async () => {
    writeFileSync(file, '# لي\n');
    expect(await writeImport(folder, changed('جديد\n'))).toMatchObject({ written: 0, kept: 1, problems: [] });
    const { problems } = await writeImport(folder, changed('أجدّ\n'));
    expect(problems).toMatchObject([{ path: 'topic_0_error_arabic.md', rule: 'import-conflict' }]);
    expect(readFileSync(file, 'utf8')).toBe('# لي\n');
  });

  test('moves a language into the site when the site has it', async () => {
    expect(existsSync(join(folder, '_ja/python/topic-1-error.md'))).toBe(true);
    await writeImport(folder, planImport(wiki, ['ar', 'en', 'ja']).files);
    expect(existsSync(join(folder, 'ja/python/topic-1-error.md'))).toBe(true);
    expect(existsSync(join(folder, '_ja/python/topic-1-error.md'))).toBe(false);
  });
});

test('a picture that takes the place of another is written, and the other moves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const read = (name: string) => Uint8Array.from(readFileSync(join(folder, 'pictures', name)));
  const old = { path: 'b/x.png', bytes: png(1) };
  await writeImport(folder, planImport([old], ['ar']).files);
  const { files } = planImport([{ path: 'a/x.png', bytes: png(2) }, old], ['ar']);
  expect(await writeImport(folder, files)).toMatchObject({ written: 2, problems: [] });
  expect([read('x.png'), read('x-2.png')]).toEqual([png(2), png(1)]);
});

test('of copies, the article with the plain name gets the place', () => {
  const files = ['a_arabic (1).md', 'a_arabic.md'].map((path) => ({ path, bytes: new TextEncoder().encode('# A\n') }));
  const plan = planImport(files, ['ar']);
  expect(plan.files).toMatchObject([{ kind: 'unmapped' }, { source: 'a_arabic.md', target: 'ar/a.md' }]);
  expect(plan.problems).toMatchObject([{ path: 'a_arabic (1).md', rule: 'import-duplicate' }]);
});

describe('reading a wiki', () => {
  test('gives out of the user’s cache what the text itself gives', () => {
    vi.stubEnv('XDG_CACHE_HOME', mkdtempSync(join(tmpdir(), 'mithal-wikis-')));
    const text = '# KeyError in Python\n\n[a](b_arabic.md#x)\n\n```python error=KeyError\n{}["x"]\n```\n';
    const [first, second] = [openWikiReader()('a_english.md', text), openWikiReader()('a_english.md', text)];
    expect(first).toEqual(readWikiArticle('a_english.md', text));
    expect(second).toEqual(JSON.parse(JSON.stringify(first)));
    expect(openWikiReader()('b_english.md', `${text}\n[c](d.md)\n`).links).toHaveLength(2);
    rmSync(process.env['XDG_CACHE_HOME'] ?? '', { recursive: true });
    vi.unstubAllEnvs();
  });

  test('ends with nothing of a text that is nested too deeply', () => {
    const reading = readWikiArticle('a_english.md', `# T\n\n${'>'.repeat(30_000)} [a](b.md)\n`);
    expect(reading).toMatchObject({ links: [], examples: [] });
  });
});
