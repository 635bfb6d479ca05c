import { expect, it } from 'vitest';
import { lintContent } from '../../src/content/lint-content.ts';
import { parse, site } from '../article/parse.ts';

it('articles are held against each other: titles of one language, and folders that bear its name', async () => {
  const articles = [
    ['ar/a.md', '# خطأ'],
    ['ar/b.md', '# خطأ'],
    ['arabic/python/c.md', '# آخر'],
    ['arabic/python/d.md', '# غيره'],
    ['english.md', '# عنوان'],
    ['en/a.md', '# Error'],
    // The same title in another language is a translation's.
    ['ar/e.md', '# KeyError'],
    ['en/e.md', '# KeyError'],
    ['python/english/e.md', '# ثالث'],
  ].map(([path = '', text = '']) => parse(`${text}\n\nنص.\n`, path));
  const { findings } = await lintContent('/nowhere', articles, site, new Map(), { warn() {} });
  const problems = [...findings.values()].flat().map(({ problem: { path, rule, message } }) => [path, rule, message]);
  expect(problems).toEqual([
    ['ar/b.md', 'title-same', expect.stringContaining('ar/a.md has the same title')],
    [
      'arabic/python/c.md',
      'language-folder',
      expect.stringContaining(
        'The folder "arabic" is not named by a language\'s code, so its articles are published below /ar/arabic/',
      ),
    ],
  ]);
});
