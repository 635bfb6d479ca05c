import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../processor-time.ts';
import { parse, problemsOf } from './parse.ts';

const seed = readFileSync(new URL('../fixtures/seed/ConnectionRefusedError.md', import.meta.url), 'utf8');

describe('the seed article', () => {
  const article = parse(seed, 'ConnectionRefusedError.md');

  test('has no problem and keeps its source', () => {
    expect(problemsOf(article)).toEqual([]);
    expect(article.source).toBe(seed);
  });

  test('stands in the default language under its own name', () => {
    expect(article.address).toEqual({ language: 'ar', section: [], slug: 'connectionrefusederror' });
  });

  test('has the header of its comment', () => {
    expect(article.header).toEqual({
      kind: 'comment',
      description: expect.stringMatching(/^# ConnectionRefusedError في بايثون: .* اتصالًا ت\.\.\.$/),
      keywords: ['الاتصال', 'connectionrefusederror', 'الخادم', 'socket', 'بايثون'],
    });
    expect(article.tree.children[0]?.type).toBe('heading');
  });

  test('has its headings, with Arabic anchors', () => {
    expect(article.title).toBe('ConnectionRefusedError في بايثون: فهم الأخطاء المرتبطة بالاتصال');
    expect(article.sections.map(({ depth, id }) => `${depth} ${id}`)).toEqual([
      '1 connectionrefusederror-في-بايثون-فهم-الأخطاء-المرتبطة-بالاتصال',
      '2 ملخص',
      '2 الوثائق',
      '3 الغرض',
      '3 الاستخدام',
      '3 التفاصيل',
      '2 الأمثلة',
      '3 مثال-1-التعامل-مع-connectionrefusederror',
      '3 مثال-2-استخدام-requests',
      '2 الشرح',
      '3 العوائق-الشائعة',
      '3 ملاحظات-إضافية',
      '2 ملخص-جملة-واحدة',
    ]);
  });

  test('has two Python examples that run', () => {
    expect(article.examples.map(({ position, language, mode }) => [position.line, language, mode.kind])).toEqual([
      [25, 'python', 'run'],
      [36, 'python', 'run'],
    ]);
    for (const { code, lineStarts } of article.examples) {
      const lines = code.split('\n');
      expect(lineStarts.map(({ offset }, index) => seed.slice(offset, offset + (lines[index]?.length ?? 0)))).toEqual(
        lines,
      );
    }
  });

  test('is read the same with CRLF and a byte order mark, and positions are those of that file', () => {
    const other = parse(`\uFEFF${seed.replaceAll('\n', '\r\n')}`, 'ConnectionRefusedError.md');
    expect(problemsOf(other)).toEqual([]);
    expect(other.header).toEqual(article.header);
    expect(other.title).toBe(article.title);
    expect(other.examples.map(({ code }) => code)).toEqual(article.examples.map(({ code }) => code));
    for (const { position, lineStarts, code } of other.examples) {
      expect(other.source.startsWith('```python\r\n', position.offset)).toBe(true);
      expect(other.source.startsWith(code.split('\n')[0] ?? '', lineStarts[0]?.offset)).toBe(true);
    }
    expect(other.examples.map(({ position }) => position.line)).toEqual([25, 36]);
  });
});

describe('any text', () => {
  test('is an article, however it is cut off', () => {
    for (let length = 0; length < seed.length; length += 7) expect(() => parse(seed.slice(0, length))).not.toThrow();
  });

  test('is an article, however it is mutilated', () => {
    const pieces = [
      '```',
      '~~~',
      '\n',
      '\t',
      '> ',
      '- ',
      '<!--',
      '-->',
      '---\n',
      '{1',
      '"',
      '\\',
      '\0',
      '\r',
      '[a](',
      '#',
    ];
    const next = randomNumbers(20_261_010);
    for (let round = 0; round < 300; round += 1) {
      let text = seed.slice(0, 1500);
      for (let cut = 0; cut < 8; cut += 1) {
        const at = Math.floor(next() * text.length);
        const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
        text = text.slice(0, at) + piece + text.slice(at + Math.floor(next() * 4));
      }
      expect(() => parse(text), JSON.stringify(text)).not.toThrow();
    }
  });

  // The parser ends some of them itself; the others would end whatever walks through them after it.
  test.for([
    ['20,000 quotes', '>'.repeat(20_000)],
    ['250 quotes', '>'.repeat(250)],
    ['lists', '1. '.repeat(150)],
    ['emphasis', `${'**a *b '.repeat(150)}x${'* b** a'.repeat(150)}`],
  ])('that is nested beyond reason is one problem: %s', ([, marks = '']) => {
    const article = parse(`${marks}x`);
    expect(problemsOf(article)).toEqual([
      'x.md:1:1 Lists, quotes or HTML tags are nested too deeply to be read. Nest them less deeply, or close the tags. [nested-too-deeply]',
    ]);
    expect(article.tree.children).toEqual([]);
  });

  test('whose quotes are nested beyond reason is no work', () => {
    expect(processorTime(() => parse(`# T\n\n${'>'.repeat(40_000)}x`))).toBeLessThan(2000);
  });

  test('may nest as deeply as anybody can read', () => {
    expect(problemsOf(parse(`# T\n\n${'> 1. '.repeat(20)}x\n`))).toEqual([]);
  });

  test.for([
    ['in a text', `x ${'<b>'.repeat(600)}`, '3:1503'],
    ['in a block', '<div>\n'.repeat(600), '503:1'],
    ['in many blocks', '<Note />\n\n'.repeat(600), '1003:1'],
    ['whatever is closed that is not open', '<div></b>\n'.repeat(600), '503:1'],
  ])('whose HTML is nested beyond reason is one problem: %s', ([, html = '', place]) => {
    const article = parse(`# T\n\n${html}\n`);
    expect(problemsOf(article)).toEqual([
      expect.stringMatching(`^x.md:${place} .*HTML tags .*\\[nested-too-deeply\\]$`),
    ]);
    expect(article.tree.children).toEqual([]);
  });

  test.for([
    ['closed', '<div>x</div>\n'.repeat(600)],
    ['ended by the next one', `<ul>\n${'<li>x\n'.repeat(600)}</ul>\n`],
    ['ended by their paragraphs', 'a <b>x\n\n'.repeat(600)],
    ['of a picture', `<svg>\n${'<path d="M0 0"/>\n'.repeat(600)}</svg>\n`],
  ])('may have any number of tags that are %s', ([, html]) => {
    expect(parse(`# T\n\n${html}`).tree.children).not.toEqual([]);
  });

  test.for([
    ['nothing', ''],
    ['blanks', ' \n\n\t\n'],
    ['a byte order mark', '\uFEFF'],
    ['a header', '<!--\nMeta Title: T\n-->\n'],
  ])('of %s is empty', ([, text = '']) => {
    expect(problemsOf(parse(text))).toEqual([
      'x.md:1:1 The article is empty. Write a title ("# …") and a text, or remove the file. [empty]',
    ]);
  });
});

describe('the time that an article takes', () => {
  const millisecondsFor = (text: string): number => processorTime(() => parse(text));

  test('grows with its length, not with the square of it', () => {
    const text = seed.repeat(10);
    millisecondsFor(text);
    const once = Math.min(...Array.from({ length: 3 }, () => millisecondsFor(text)));
    expect(millisecondsFor(text.repeat(10)) / once).toBeLessThan(40);
  });

  test.for([
    ['a name in the header', `<!--\nMeta${' '.repeat(20_000)}x\n-->\n# T\n`],
    ['a name in the frontmatter', `---\n${'a: '.repeat(20_000)}\n---\n# T\n`],
    ['a title in HTML', '<h1>'.repeat(20_000)],
    ['colons in a heading', `## ${': '.repeat(80_000)}x\n`],
    ['anchors behind a heading', `# T${'{#a'.repeat(20_000)} x\n`],
    ['the title of a container', `# T\n\n::: tip ${'|'.repeat(20_000)}${'{'.repeat(20_000)}x\n:::\n`],
    ['words behind a language', `# T\n\n\`\`\`py ${'a="'.repeat(20_000)}\n1\n\`\`\`\n`],
    ['options of a prompt', `# T\n\n\`\`\`pycon\n>>> ${'#doctest:+SKIP '.repeat(4000)}"\n\`\`\`\n`],
    [
      'comments in front of an output block',
      `# T\n\n\`\`\`py\n1\n\`\`\`\n\n${'<!--'.repeat(20_000)}\n\n\`\`\`output\nx\n\`\`\`\n`,
    ],
    ['attributes of raw HTML', `# T\n\n<p ${'a="'.repeat(20_000)}`],
    ['blanks in the tag of a template', `# T\n\n{{ x |${' '.repeat(200_000)}x\n`],
  ])('stays short, however often it repeats %s', ([, text = '']) => {
    expect(millisecondsFor(text)).toBeLessThan(10_000);
  });
});

/** Mulberry32: the same numbers every time. */
function randomNumbers(seedNumber: number): () => number {
  let state = seedNumber;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
