import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerComment } from '../../src/article/header.ts';
import { parseMarkdown } from '../../src/article/parse-markdown.ts';
import { headerPlace } from '../../src/metadata/header-places.ts';
import { withHeader } from '../../src/metadata/write-header.ts';
import { parse } from '../article/parse.ts';
import { metadataOf, seed } from './describe-article.ts';

const path = 'ar/x.md';
const body =
  '# KeyError في بايثون\n\n## ملخص\n\nيحدث KeyError عند طلب مفتاح غائب.\n\n## مثال\n\nالقاموس والمفتاح، المفتاح.\n';
const description = 'يحدث KeyError عند طلب مفتاح غائب.';

function written(source: string): string {
  return withHeader(parse(source, path)) ?? 'refused';
}

/** The header's own lines, without the mark. */
function headerOf(source: string): readonly string[] {
  return written(source).split('\n').slice(0, written(source).split('\n').indexOf('# KeyError في بايثون'));
}

describe('the header is written', () => {
  test('in a comment of its own where there is none, in front of the text as it was', () => {
    expect(headerOf(body)).toEqual([
      '<!--',
      `Meta Description: ${description}`,
      expect.stringMatching(/^Meta Keywords: KeyError, .*مفتاح, /),
      expect.stringMatching(/^Meta Derived: description [0-9a-f]{8}, keywords [0-9a-f]{8}$/),
      '-->',
      '',
    ]);
    expect(written(body).endsWith(`-->\n\n${body}`)).toBe(true);
  });

  test('into the comment that is there, whose other lines stay', () => {
    const header =
      '<!--\r\n  Meta Title: عنوان\r\n  Meta Description: # KeyError في بايثون ## ملخص يحدث Key...\r\n note\r\n-->\r\n';
    const [before, after] = written(header + body.replaceAll('\n', '\r\n')).split(description);
    expect(before).toBe('<!--\r\n  Meta Title: عنوان\r\n  Meta Description: ');
    expect(after).toMatch(/^\r\nMeta Keywords: .*\r\nMeta Derived: .*\r\n-->\r\n# KeyError/);
  });

  test('over the raw Markdown and the stop words of the seed', () => {
    const { keywords, ...rest } = metadataOf(seed);
    const result = parse(written(seed), path);
    expect(result.header).toMatchObject({ description: rest.description, keywords });
    expect(written(seed).split('-->')[1]).toBe(seed.split('-->')[1]);
  });

  test.for([
    ['---\ntitle: "x" # why\n---\n', '---\ntitle: "x" # why\ndescription: '],
    [
      "---\r\ntags: {a: 1,b: 2}\r\n\r\n# note\r\ndescription:\r\nlast: 'x'\r\n---\r\n",
      '---\r\ntags: {a: 1,b: 2}\r\n\r\n# note\r\ndescription: ',
    ],
    ['---\n---\n', '---\ndescription: '],
    ['---\n# only a note\n---\n', '---\n# only a note\ndescription: '],
  ] as const)('into frontmatter, whose other keys, quotes, notes and order stay: %j', ([header, begin]) => {
    const result = written(header + body);
    expect(result.startsWith(begin + description)).toBe(true);
    expect(result.endsWith(body)).toBe(true);
    for (const line of header.split(/\r?\n/).filter((each) => !each.startsWith('description')))
      expect(result).toContain(line);
    expect(result.includes('\r\n')).toBe(header.includes('\r\n'));
    expect(parse(result, path).problems.filter(({ rule }) => rule.startsWith('header'))).toEqual([]);
  });

  test('so that YAML reads what was meant, whatever is in it', () => {
    const source = '---\na: 1\n---\n# T\n\n## Summary\n\n"yes": {no} # [x], \'it\' --> - 1.\n';
    expect(parse(written(source), path).header.description).toBe('"yes": {no} # [x], \'it\' → - 1.');
  });

  test('behind a byte order mark, and without adding a line end to the last line', () => {
    expect(written('\uFEFF# T\n\nنص.')).toMatch(/^\uFEFF<!--\n[^\uFEFF]*\n\n# T\n\nنص\.$/);
  });

  test('not above frontmatter in TOML, which has to stay first', () => {
    const toml = '+++\ntitle = "x"\n+++\n';
    expect(written(toml + body)).toBe('refused');
  });

  test('not into frontmatter that is broken or all on one line', () => {
    expect(written(`---\n{title: x}\n---\n${body}`)).toBe('refused');
    expect(written(`---\na: "x\n---\n${body}`)).toBe('refused');
  });
});

describe('what an author wrote stays', () => {
  test.for([
    '---\ndescription: كتبها المؤلف.\nkeywords:\n  - قواميس\n---\n',
    '---\nkeywords: [قواميس]\ndescription: >\n  كتبها\n  المؤلف.\n---\n',
    '<!--\nMeta Description: كتبها المؤلف.\nMeta Keywords: قواميس\n-->\n',
  ])('%j', (header) => {
    expect(written(header + body)).toBe(header + body);
  });

  test('beside what is added to it', () => {
    const result = written(`<!-- Meta Description: كتبها المؤلف. -->\n${body}`);
    expect(result).toMatch(
      /^<!-- Meta Description: كتبها المؤلف\.\nMeta Keywords: .*\nMeta Derived: keywords [0-9a-f]{8} -->\n# /,
    );
  });

  test('even if it was first written by the command', () => {
    const edited = written(body).replace(description, 'كتبها المؤلف.');
    expect(written(edited)).toBe(edited.replace(/description [0-9a-f]{8}, /, ''));
    expect(metadataOf(edited).description).toBe('كتبها المؤلف.');
    const chosen = written(body).replace(/(?<=Keywords: ).*/, 'قواميس');
    expect(written(chosen)).toBe(chosen.replace(/, keywords [0-9a-f]{8}/, ''));
    expect(metadataOf(chosen).keywords[0]).toBe('قواميس');
  });
});

test('what the command wrote follows the text', () => {
  const changed = written(body).replace(/(?<=## ملخص\n\n).*/, 'صار الملخص غير ما كان.');
  expect(metadataOf(changed).description).toBe('KeyError في بايثون: صار الملخص غير ما كان.');
  expect(written(changed)).toContain('Meta Description: KeyError في بايثون: صار الملخص غير ما كان.');
  const list = `---\nkeywords:\n  - قواميس\nderived: keywords 00000000\n---\n${body}`;
  expect(written(list)).toContain('keywords:\n  - قواميس\n');
});

test('a list of one keyword a line stays one', () => {
  const once = written(`---\nx: 1\n---\n${body}`);
  const keywords = /keywords: \[(.*)\]/.exec(once)?.[1]?.split(', ') ?? [];
  const listed = once.replace(/keywords: .*/, `keywords:\n${keywords.map((each) => `  - ${each}`).join('\n')}`);
  const longer = written(`${listed}\nالسلة، السلة، السلة، السلة، السلة.\n`);
  expect(longer).toMatch(/\nkeywords:\n {2}- KeyError\n(?: {2}- .*\n)+derived: /);
  expect(longer).toContain('  - السلة\n');
});

test('of a field that a comment has twice, the first is read and written', () => {
  const twice = '<!--\nMeta Keywords: في، من\nMeta Keywords: كلمة\n-->\n\nنص المقالة هنا.\n';
  const once = written(twice);
  expect(once).toMatch(/Meta Keywords: نص\n(?:.*\n)*Meta Keywords: كلمة\n/);
  expect(written(once)).toBe(once);
});

test('writing twice changes nothing, and the text below stays as it is, whatever there is', () => {
  const line = fc.constantFrom(
    '# T',
    '---',
    '<!--',
    '-->',
    'Meta Description: x',
    'Meta Keywords: a، b',
    'title: x',
    'description: "y"',
    'keywords: [a, b]',
    'نص المقالة هنا.',
    '## ملخص',
    '```',
    '',
    '  ',
    '\uFEFF',
    'derived: description 00000000',
  );
  const article = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'));
  fc.assert(
    fc.property(article, ([lines, eol]) => {
      const source = lines.join(eol);
      const once = withHeader(parse(source, path));
      fc.pre(once !== undefined);
      expect(withHeader(parse(once, path))).toBe(once);
      const place = headerPlace(source);
      const below = 'end' in place ? source.slice(place.end) : source.replace(/^\uFEFF/, '');
      expect(once.endsWith(below)).toBe(true);
      expect(parse(once, path).examples.length).toBe(parse(source, path).examples.length);
    }),
    { numRuns: 600 },
  );
});

test('a header is found where it is among the nodes of the whole article', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync(join(root, '{content,test/fixtures}/**/*.md')).filter(
    (file) => !file.includes('node_modules'),
  );
  const pieces = [
    '---\n',
    '+++\n',
    '<!--',
    '-->',
    '<!-->',
    '<!-- a -->\n',
    '<!--\nMeta Title: a\n-->',
    '\n',
    '\r\n',
    '    ',
    '\uFEFF',
    '\u2028',
    'Meta Title: a\n',
    'title: a\n',
    '# T\n',
    'a',
  ];
  const made = fc.sample(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), { numRuns: 2000, seed: 1 });
  const sources = [...files.map((file) => readFileSync(file, 'utf8')), ...made.map((some) => some.join(''))];
  const found = sources.map((source) => {
    const { kind } = headerPlace(source);
    const [first] = parseMarkdown(source)?.children ?? [];
    const comment = headerComment({ type: 'root', children: parseMarkdown(source)?.children ?? [] });
    const wanted =
      first?.type === 'yaml' ? 'frontmatter' : first?.type === 'toml' ? 'toml' : comment ? 'comment' : 'none';
    expect(kind, JSON.stringify(source)).toBe(wanted);
    if (kind === 'comment')
      expect(headerPlace(source)).toMatchObject({ start: (comment?.position?.start.offset ?? 0) + 4 });
    return kind;
  });
  expect(new Set(found)).toEqual(new Set(['frontmatter', 'comment', 'toml', 'none']));
});
