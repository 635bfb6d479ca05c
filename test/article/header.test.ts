import { describe, expect, test } from 'vitest';
import { parse, problemsOf } from './parse.ts';

describe('a comment header', () => {
  test('names title, description and keywords', () => {
    const { header } = parse('<!--\nMeta Title: T\nmeta description:  a   b \nMeta Keywords: x,، y ,z,\n-->\n\n# H\n');
    expect(header).toEqual({ kind: 'comment', title: 'T', description: 'a b', keywords: ['x', 'y', 'z'] });
  });

  test('may run over several lines and name what nobody asked for', () => {
    const { header } = parse('<!--\nMeta Description: one\n  two\nMeta Author: me\nMeta Keywords:\n-->\n# H\n');
    expect(header).toEqual({ kind: 'comment', description: 'one two' });
  });

  test('may stand behind another comment', () => {
    const { header, tree } = parse('<!-- lint off -->\n<!-- Meta Title: T -->\n# H\n');
    expect(header).toEqual({ kind: 'comment', title: 'T' });
    expect(tree.children.map(({ type }) => type)).toEqual(['html', 'heading']);
  });

  test('keeps what Markdown counts to it', () => {
    const { header, tree } = parse('<!-- Meta Title: T --> <b id="x">text</b>\n\n# H\n');
    expect(header).toEqual({ kind: 'comment', title: 'T' });
    expect(tree.children.map(({ type }) => type)).toEqual(['html', 'heading']);
  });

  test('names what is misspelt, and leaves the names of others alone', () => {
    const problems = problemsOf(parse('<!--\nMeta Descripton: a\nMeta  Keyword : b\nMeta Author: c\n-->\n# H\n'));
    expect(problems).toEqual([
      'x.md:2:1 "Meta Descripton" in the header says nothing; the nearest known name is "Meta Description". Write that, or remove the line. [header-name]',
      'x.md:3:1 "Meta  Keyword" in the header says nothing; the nearest known name is "Meta Keywords". Write that, or remove the line. [header-name]',
    ]);
  });

  test('is none if it names nothing or stands elsewhere', () => {
    expect(parse('<!-- Note: x -->\n# H\n').header).toEqual({ kind: 'none' });
    expect(parse('# H\n\n<!-- Meta Title: T -->\n').header).toEqual({ kind: 'none' });
  });

  test('that is never closed is none, and what hides the article is told of', () => {
    const article = parse('<!--\nMeta Description: a\n\n# H\n\nText.\n');
    expect(article.header).toEqual({ kind: 'none' });
    expect(problemsOf(article)).toContainEqual(expect.stringMatching(/^x\.md:1:1 "<!--" is never closed/));
  });
});

describe('frontmatter', () => {
  test('names title, description, keywords and draft', () => {
    const { header, tree } = parse(
      '---\ntitle: "T: x"\ndescription: >\n  a\n  b\nkeywords: [x, y z]\ndraft: true\n---\n# H\n',
    );
    expect(header).toEqual({
      kind: 'frontmatter',
      title: 'T: x',
      description: 'a b',
      keywords: ['x', 'y z'],
      draft: true,
    });
    expect(tree.children.map(({ type }) => type)).toEqual(['heading']);
  });

  test('takes keywords as one line, numbers as they are written, and leaves other keys alone', () => {
    const { header, problems } = parse('---\ntitle: 1.0\nkeywords: x، y, z\ntags: {a: [1]}\ndescription:\n---\n# H\n');
    expect(header).toEqual({ kind: 'frontmatter', title: '1.0', keywords: ['x', 'y', 'z'] });
    expect(problems).toEqual([]);
  });

  test.for([
    ['\n---\ntitle: T\n---\n\n# H\n', '2:1'],
    ['--\ntitle: T\n--\n\n# H\n', '1:1'],
    ['----\ndraft: true\n----\n\n# H\n', '1:1'],
    ['<!-- x -->\n\n---\ntitle: T\n---\n\n# H\n', '3:1'],
  ])('that would be read as text is told of: %j', ([source = '', place]) => {
    expect(problemsOf(parse(source))).toContainEqual(
      expect.stringMatching(new RegExp(`^x\\.md:${place} This frontmatter is read as text.* \\[header-place\\]$`)),
    );
  });

  test('is none below a rule', () => {
    expect(problemsOf(parse('---\n\n# H\n\ntitle: x\n'))).toEqual([]);
  });

  test('names what is misspelt, and leaves the keys of others alone', () => {
    const problems = problemsOf(parse('---\nTitle: T\nlayout: x\ndate: 1\nredirects_from: /a/\ntags: [a]\n---\n# H\n'));
    expect(problems).toEqual([
      'x.md:2:1 "Title" in the header says nothing; the nearest known name is "title". Write that, or remove the line. [header-name]',
      'x.md:5:1 "redirects_from" in the header says nothing; the nearest known name is "redirect_from". Write that, or remove the line. [header-name]',
    ]);
  });

  test.each([
    '---\ndraft: true\n---\n# H\n',
    '<!--\nMeta Draft: True\n-->\n# H\n',
    '<!-- Meta Draft: true -->\n\n# H\n',
  ])('keeps a draft back: %j', (source) => {
    const { header, problems } = parse(source);
    expect({ draft: header.draft, problems }).toEqual({ draft: true, problems: [] });
  });

  test('keeps nothing back without "true"', () => {
    expect(parse('<!--\nMeta Draft: false\nMeta Order: 1\n-->\n# H\n').header.draft).toBe(false);
    expect(parse('<!--\nMeta Draft:\nMeta Order: 1\n-->\n# H\n').header.draft).toBeUndefined();
  });

  test.each(['---\norder: 1.5\n---\n# H\n', '<!--\nMeta Order: 1.5\n-->\n# H\n'])('gives a place: %j', (source) => {
    const { header, problems } = parse(source);
    expect([header.order, problems]).toEqual([1.5, []]);
  });

  test.each([
    ['---\norder: first\n---\n# H\n', 'x.md:2:8 "order" '],
    ['<!--\nMeta Title: T\nMeta Order: first\n-->\n# H\n', 'x.md:3:13 "Meta Order" '],
    ['<!--\nMeta Title: T\nMeta Draft: yes\n-->\n# H\n', 'x.md:3:13 "Meta Draft" '],
  ])('says that a place is a number: %j', (source, beginning) => {
    const { header, problems } = parse(source);
    expect(header.order).toBeUndefined();
    expect(problemsOf({ problems })).toEqual([expect.stringContaining(beginning)]);
  });

  test('may be empty', () => {
    const { header, problems } = parse('---\n---\n# H\n');
    expect(header).toEqual({ kind: 'frontmatter' });
    expect(problems).toEqual([]);
  });

  test.for([
    ['LF', (text: string) => text],
    ['CRLF and a byte order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ] as const)('that is not YAML is reported where it breaks, and the rest is read (%s)', ([, as]) => {
    const article = parse(as('---\ntitle: T\ndescription: a: b\n---\n# H\n\n```python\npass\n```\n'));
    expect(problemsOf(article)).toEqual([
      'x.md:3:14 The frontmatter is not YAML: Nested mappings are not allowed in compact mappings. Write lines like "title: …", and put quotes around values with a colon. [header-yaml]',
    ]);
    expect(article.title).toBe('H');
    expect(article.examples).toHaveLength(1);
  });

  test('must be names and values', () => {
    expect(problemsOf(parse('---\n- a\n- b\n---\n# H\n'))).toEqual([
      'x.md:2:1 The frontmatter is not YAML: it has no "name: value" lines. Write lines like "title: …", and put quotes around values with a colon. [header-yaml]',
    ]);
  });

  test('must have values that can be understood', () => {
    expect(problemsOf(parse('---\ntitle: [a]\ndraft: maybe\nkeywords:\n  - {a: b}\n---\n# H\n'))).toEqual([
      'x.md:2:8 "title" of the frontmatter is not understood. Write one line of text like "title: …". [header-value]',
      'x.md:3:8 "draft" of the frontmatter is not understood. Write "draft: true" or "draft: false". [header-value]',
      'x.md:5:3 "keywords" of the frontmatter is not understood. Write "keywords: one, two" or a list. [header-value]',
    ]);
  });

  test('must be closed', () => {
    expect(problemsOf(parse('---\ntitle: T\n\n# H\n'))).toEqual([
      'x.md:1:1 The frontmatter that begins here is never closed. Write a line "---" after it, or remove this one. [header-unclosed]',
    ]);
    expect(problemsOf(parse('---\n\n# H\n'))).toEqual([]);
  });

  test('with an alias bomb costs nothing', () => {
    const bomb = Array.from({ length: 30 }, (_, n) => `k${n}: &a${n} [${n ? `*a${n - 1}, *a${n - 1}` : 'x'}]`).join(
      '\n',
    );
    expect(problemsOf(parse(`---\n${bomb}\n---\n# H\n`))).toEqual([]);
  });
});

describe('an article without header', () => {
  test('has none, and begins with its first line', () => {
    const { header, tree } = parse('# H\n\ntext\n');
    expect(header).toEqual({ kind: 'none' });
    expect(tree.children).toHaveLength(2);
  });
});
