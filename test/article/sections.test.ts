import { describe, expect, test } from 'vitest';
import { nodesBelow } from '../../src/article/sections.ts';
import { parse, problemsOf } from './parse.ts';

describe('sections', () => {
  test('hold what stands below a heading, up to the next of any level', () => {
    const { sections, tree } = parse('intro\n\n# A `b` *c*\n\none\n\ntwo\n\nD\n---\n\n- three\n');
    expect(sections.map(({ depth, title, id }, index) => [depth, title, id, nodesBelow(tree, index).length])).toEqual([
      [1, 'A b c', 'a-b-c', 2],
      [2, 'D', 'd', 1],
    ]);
    expect(sections.map(({ position }) => position.line)).toEqual([3, 9]);
  });

  test('have different anchors, never an empty one', () => {
    const { sections } = parse('# مثال\n## مثال\n## !!!\n## ???\n## \n');
    expect(sections.map(({ id }) => id)).toEqual(['مثال', 'مثال-1', 'section', 'section-1', 'section-2']);
  });

  test('have the anchors that their author gave them, which no other heading gets', () => {
    const { sections } = parse('# A\n## Error\n## Cause {#error}\n## Cause {#a.b}\n## Cure {#error}\n');
    expect(sections.map(({ id }) => id)).toEqual(['a', 'error-2', 'error', 'a.b', 'error-1']);
  });

  test('know nothing of headings in lists, quotes and code', () => {
    expect(parse('# A\n\n> # B\n\n- # C\n\n```text\n# D\n```\n').sections.map(({ title }) => title)).toEqual(['A']);
  });
});

describe('the title', () => {
  test('is the first level-1 heading, else of the header, else the heading that stands first, else the name of the file', () => {
    expect(parse('---\ntitle: H\n---\n## a\n# b\n').title).toBe('b');
    expect(parse('---\ntitle: H\n---\n## a\n').title).toBe('H');
    expect(parse('# مقدمة\n\n# b\n').title).toBe('b');
    expect(parse('---\ntitle: H\n---\n# مقدمة\n').title).toBe('H');
    expect(parse('# مقدمة\n').title).toBe('مقدمة');
    expect(parse('<!-- Meta Keywords: k -->\n\n## a\n\ntext\n', 'ar/py/خطأ.md').title).toBe('a');
    for (const text of ['text\n\n## a\n', '## الملخص:\n', '## Introduction\n', '## 1.2. a\n', 'text\n']) {
      expect(parse(text, 'ar/py/خطأ.md').title).toBe('خطأ');
    }
  });

  test('must be there', () => {
    expect(problemsOf(parse('\n## a\n'))).toEqual([
      'x.md:2:1 The article has no title, so the page is called "a". Write a first heading "# …". [title-missing]',
    ]);
    expect(problemsOf(parse('<!-- Meta Title: T -->\n\n## a\n'))).toEqual([]);
  });

  test('must be the only one', () => {
    expect(problemsOf(parse('# a\n\nb\n===\n\ntext\n'))).toEqual([
      'x.md:3:1 This is a second title; the article’s is "a" on line 1. The page shows it as a part of the article, one level lower; write "## …" here. [title-second]',
    ]);
  });

  test('lowers any other of its level, with what stands below', () => {
    const levels = (text: string) => parse(text).sections.map(({ depth, title }) => `${depth} ${title}`);
    expect(levels('# T\n## a\n# B\n## b\n###### c\n# C\n')).toEqual(['1 T', '2 a', '2 B', '3 b', '6 c', '2 C']);
    expect(levels('# مقدمة\n## a\n# T\n## b\n')).toEqual(['2 مقدمة', '3 a', '1 T', '2 b']);
    expect(levels('---\ntitle: H\n---\n# مقدمة\n')).toEqual(['2 مقدمة']);
    expect(levels('<h1>T</h1>\n\n# B\n')).toEqual(['2 B']);
  });

  test('is the name of the file in words, of a folder’s own page that of the folder', () => {
    expect(parse('text\n', 'ar/getting-started_now.md').title).toBe('getting started now');
    expect(parse('text\n', 'ar/دليل-المستخدم/README.md').title).toBe('دليل المستخدم');
    expect(parse('text\n', 'ar/__init__.md').title).toBe('__init__');
  });
});
