import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { checkArticles } from '../../src/article/check-articles.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { resolveLink } from '../../src/article/resolve-link.ts';
import { parse } from './parse.ts';

function articlesOf(texts: Readonly<Record<string, string>>): readonly Article[] {
  return Object.entries(texts).map(([path, text]) => parse(`# T\n\n${text}\n`, path));
}

function check(texts: Readonly<Record<string, string>>): readonly string[] {
  return checkArticles(articlesOf(texts)).map(formatProblem);
}

describe('addresses', () => {
  test('belong to one article each', () => {
    expect(check({ 'ar/python/Key Error.md': '', 'python/key-error.md': '', 'en/python/key-error.md': '' })).toEqual([
      'python/key-error.md:1:1 The address /ar/python/key-error/ belongs to ar/python/Key Error.md already. Give this file or folder another name. [address-taken]',
    ]);
    expect(check({ 'A.md': '', 'a.md': '', 'á.md': '' })).toHaveLength(1);
  });

  test('of folders may be articles as well: one page shows both', () => {
    expect(check({ 'en/python.md': '', 'en/python/x.md': '[a](/en/python/) [b](../)' })).toEqual([]);
  });
});

const site = articlesOf({
  'en/python/key-error.md': '## The cause\n\n<a id="old"></a>',
  'en/python/zero.md': '',
  'ar/بايثون/خطأ المفتاح.md': '## السبب والحل',
  'root.md': '',
  'en/web/README.md': '',
});

test('a link to no article may have meant one of the language that it names', () => {
  expect(check({ 'ar/a.md': '[a](../en/kee-error.md) [b](kee-error.md)', 'en/key-error.md': '' })).toEqual([
    expect.stringContaining('the nearest is "../en/key-error.md"'),
    expect.not.stringContaining('the nearest'),
  ]);
});

test('no link leads to a file of one computer', () => {
  expect(
    check({ 'a.md': '[a](C:\\\\docs\\\\x.md) [b](file:///home/x.md) [c](c:/x.png) [d](mailto:a@b.c) [e](http://a.b)' }),
  ).toEqual([
    'a.md:3:1 "C:\\docs\\x.md" is a place on one computer, which no reader can reach. Write a path from this article, like "key-error.md", or an address of the web. [link-file]',
    expect.stringContaining('a.md:3:21 "file:///home/x.md"'),
    expect.stringContaining('a.md:3:44 "c:/x.png"'),
  ]);
});

describe('a link', () => {
  const from = (path: string): Article => {
    const article = site.find((other) => other.path === path);
    if (!article) throw new Error(path);
    return article;
  };
  const follow = (path: string, url: string) => {
    const target = resolveLink(from(path), url, site);
    if (target.kind === 'folder') return `folder ${target.path}`;
    if (target.kind === 'file') return `file ${target.file}`;
    if (target.kind !== 'article') return target.kind;
    return target.article.path + (target.fragment === undefined ? '' : `#${target.fragment}`);
  };

  test.for([
    ['key-error.md', 'en/python/key-error.md'],
    ['./key-error.md#the-cause', 'en/python/key-error.md#the-cause'],
    ['../../root.md?plain=1', 'root.md'],
    ['/root.md', 'root.md'],
    ['../../ar/بايثون/خطأ%20المفتاح.md', 'ar/بايثون/خطأ المفتاح.md'],
    [
      '/ar/%D8%A8%D8%A7%D9%8A%D8%AB%D9%88%D9%86/%D8%AE%D8%B7%D8%A3-%D8%A7%D9%84%D9%85%D9%81%D8%AA%D8%A7%D8%AD/#%D8%A7%D9%84%D8%B3%D8%A8%D8%A8-%D9%88%D8%A7%D9%84%D8%AD%D9%84',
      'ar/بايثون/خطأ المفتاح.md#السبب-والحل',
    ],
    ['/en/python/key-error/#The-Cause', 'en/python/key-error.md#the-cause'],
    ['/en/python/Key-Error', 'en/python/key-error.md'],
    ['../key-error/#old', 'en/python/key-error.md#old'],
    ['key-error', 'en/python/key-error.md'],
    ['../key-error#', 'en/python/key-error.md'],
    ['#t', 'en/python/zero.md#t'],
    ['#top', 'en/python/zero.md'],
    ['', 'en/python/zero.md'],
    ['/en/python/', 'folder /en/python/'],
    ['..', 'folder /en/python/'],
    ['/ar/', 'folder /ar/'],
    ['../../ar/بايثون', 'folder /ar/بايثون/'],
    ['https://example.org/x.md', 'elsewhere'],
    ['//example.org/en/x', 'elsewhere'],
    ['mailto:a@example.org', 'elsewhere'],
    ['picture.png', 'file en/python/picture.png'],
    ['../../../src/x.py#L3', 'file ../src/x.py'],
    ['/logo.png', 'elsewhere'],
    ['#user-content-t', 'en/python/zero.md#t'],
    ['key-error.md#_the_cause', 'en/python/key-error.md#the-cause'],
    ['../../web', 'en/web/README.md'],
    ['../web/README.md', 'en/web/README.md'],
    ['/en/web/#t', 'en/web/README.md#t'],
    ['/files/', 'elsewhere'],
    ['keyerror.md', 'no-article'],
    ['Key-Error.md', 'no-article'],
    ['../../../../root.md', 'no-article'],
    ['/en/python/keyerror/', 'no-article'],
    ['key-error/more', 'no-article'],
    ['100%.md', 'no-article'],
    ['key-error.md#effect', 'no-fragment'],
    ['#effect', 'no-fragment'],
  ])('to "%s" leads to %s', ([url = '', target]) => {
    expect(follow('en/python/zero.md', url)).toBe(target);
  });

  test('from the content folder itself finds its way too', () => {
    expect(follow('root.md', 'en/python/zero.md')).toBe('en/python/zero.md');
    expect(follow('root.md', 'en/python/')).toBe('folder /en/python/');
  });
});

test('files that are no articles may be linked to where they are, out of the content folder too', () => {
  const articles = articlesOf({
    'ar/a.md': '[a](LICENSE) [b](../../src/x.py) [c](b.zip)\n\n[d](src/) [e](../../README.md) [f](gone.md)',
  });
  const there = ['ar/LICENSE', '../src/x.py', 'ar/src', '../README.md', 'ar/gone.md'];
  expect(checkArticles(articles, (path) => there.includes(path)).map(formatProblem)).toEqual([
    'ar/a.md:3:34 The project has no file ar/b.zip for the link "b.zip", so readers see its words without a link. Correct it, or remove it. [link-missing]',
    'ar/a.md:5:32 The link "gone.md" leads to no article. Correct it, or remove it. [link-article]',
  ]);
});

test('a link to no heading names one that is nearly written so, and no other', () => {
  const articles = articlesOf({ 'ar/a.md': '# A\n\n## السبب\n\n## العلاج\n\n[a](#السبت) [b](#النتائج-والآثار)' });
  expect(checkArticles(articles, () => false).map(formatProblem)).toEqual([
    'ar/a.md:9:1 The link "⁨#السبت⁩" names a heading that ar/a.md does not have; the nearest is "⁨#السبب⁩". Correct it. [link-fragment]',
    'ar/a.md:9:13 The link "⁨#النتائج-والآثار⁩" names a heading that ar/a.md does not have. Correct it, or remove the "#" and what follows it. [link-fragment]',
  ]);
});

describe('links', () => {
  test('to a draft are reported, but not those of a draft', () => {
    const draft = parse('---\ndraft: true\n---\n\n# T\n\n[a](a.md)\n', 'en/draft.md');
    expect(checkArticles([...articlesOf({ 'en/a.md': '[d](draft.md)' }), draft]).map(formatProblem)).toEqual([
      'en/a.md:3:1 The link "draft.md" leads to en/draft.md, which is a draft: until it is published, readers see the words without a link. [link-draft]',
    ]);
  });

  test('that are broken are reported where they stand, with what was meant', () => {
    const problems = check({
      'en/python/zero.md':
        'a [b](key-eror.md) c\n\n- [d](/en/python/zeroo/)\n\n[e][1] ![f](no.md) [g](nothing/like/it)\n\n[1]: zero.md#effect',
      'en/python/key-error.md': '',
    });
    expect(problems).toEqual([
      'en/python/zero.md:3:3 The link "key-eror.md" leads to no article; the nearest is "key-error.md". Correct it, or remove it. [link-article]',
      'en/python/zero.md:5:3 The link "/en/python/zeroo/" leads to no article; the nearest is "/en/python/zero/". Correct it, or remove it. [link-article]',
      'en/python/zero.md:7:20 The project has no file en/python/nothing/like/it for the link "nothing/like/it", so readers see its words without a link. Correct it, or remove it. [link-missing]',
      'en/python/zero.md:9:1 The link "zero.md#effect" names a heading that en/python/zero.md does not have. Correct it, or remove the "#" and what follows it. [link-fragment]',
    ]);
  });
});
