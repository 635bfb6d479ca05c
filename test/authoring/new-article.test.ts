import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { newArticle } from '../../src/authoring/new-article.ts';
import { runArticle } from '../../src/examples/run-article.ts';
import { closeRunners, openRunners } from '../../src/runners/open-runners.ts';
import { problemsOf, site } from '../article/parse.ts';

const runners = openRunners();
afterAll(() => closeRunners(runners));

function laid(language: string, section: string, error: string) {
  const article = newArticle({ language, section, error }, site);
  if (article.kind === 'refused') throw new Error(article.reasons.join('\n'));
  return parseArticle(article.path, article.source, site);
}

/** Names in the table of well-known errors, from its own text, so that none is left out. */
const table = readFileSync(resolve(import.meta.dirname, '../../src/authoring/triggers.ts'), 'utf8');
const [inPython = '', inJavaScript = ''] = table.split('const javascript');
const known = [
  ...Array.from(inPython.matchAll(/^ {2,4}\[?\s*'(\w+Error)',/gm), ([, name = '']) => ['python', name] as const),
  ...Array.from(
    inJavaScript.matchAll(/^ {2,4}\[?\s*'(\w+Error)',/gm),
    ([, name = '']) => ['javascript', name] as const,
  ),
  ['typescript', 'TypeError'] as const,
];

describe('a new article', () => {
  it.each(known)('in %s on %s is without problems, and its examples pass as they stand', async (section, error) => {
    const article = laid('ar', section, error);
    expect(problemsOf(article)).toEqual([]);
    const run = runArticle(article, runners);
    const verdicts = await Promise.all(article.examples.map((example) => run.outcomeOf(example)));
    expect(verdicts.map(({ record }) => [record.verdict, record.message])).toEqual([
      ['passed', undefined],
      ['passed', undefined],
    ]);
    expect(verdicts[0]?.record.kind).toBe('expected-error');
  });

  it('has the headings, header and file name of its language and error', () => {
    const { path, header, sections } = laid('ar', 'python', 'ZeroDivisionError');
    expect(path).toBe('ar/python/zero-division-error.md');
    expect(header).toMatchObject({ title: 'الخطأ ZeroDivisionError في بايثون', draft: true });
    const titles = sections.filter(({ depth }) => depth === 2).map(({ title }) => title);
    expect(titles).toEqual(['ملخص', 'الوثائق', 'الأمثلة', 'الشرح', 'ملخص جملة واحدة']);
    expect(laid('en', 'python', 'ZeroDivisionError').sections[1]?.title).toBe('Summary');
  });

  it('on an error that nothing is known of shows what is to be written, and calls nothing verified', () => {
    const { path, examples } = laid('en', 'web/python', 'requests.HTTPError');
    expect(path).toBe('en/web/python/requests-http-error.md');
    expect(examples.map(({ mode }) => mode.kind)).toEqual(['skip', 'skip']);
  });

  it('in a language without texts of its own is English', () => {
    const article = newArticle({ language: 'fr', section: 'python', error: 'KeyError' }, { languages: ['fr'] });
    expect(article).toMatchObject({ kind: 'article', path: 'fr/python/key-error.md' });
    expect(article).toHaveProperty('source', expect.stringContaining('## Summary'));
  });

  it('is refused with every reason at once', () => {
    expect(newArticle({ language: 'xx', section: '../python', error: 'a b' }, site)).toEqual({
      kind: 'refused',
      reasons: [
        '"xx" is no language of this site. Write ar or en.',
        '"../python" is no section for an article on an error. Write python, javascript, or typescript.',
        '"a b" cannot be the name of an error. Write its class, like ZeroDivisionError.',
      ],
    });
  });
});
