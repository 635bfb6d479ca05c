import { expect, test } from 'vitest';
import { formatProblem } from '../../src/article/problem.ts';
import { headerProblems } from '../../src/metadata/check-headers.ts';
import { articleMetadata } from '../../src/metadata/metadata.ts';
import { withHeader } from '../../src/metadata/write-header.ts';
import { parse } from '../article/parse.ts';

const body = '# KeyError\n\n## ملخص\n\nيحدث KeyError عند طلب مفتاح غائب.\n';

function page(source: string, path = 'ar/0.md') {
  const article = parse(source, path);
  return { path, article, metadata: articleMetadata(article) };
}

function problemsOf(...sources: readonly string[]): readonly string[] {
  return headerProblems(sources.map((source, index) => page(source, `ar/${index}.md`))).map((problem) =>
    formatProblem(problem).replace(/ .*(?= \[)/s, ''),
  );
}

function written(source: string): string {
  return withHeader(parse(source, 'ar/0.md')) ?? '';
}

test('a header that says what the text gives, or what its author wrote, is right', () => {
  expect(problemsOf(written(body))).toEqual([]);
  expect(problemsOf('---\ndescription: كتبها المؤلف.\nkeywords: قواميس\n---\n# T\n\nنص.\n')).toEqual([]);
});

test.for([
  [body, ['ar/0.md:1:1 [metadata-missing]']],
  [`<!--\nMeta Description: كتبها المؤلف.\n-->\n${body}`, ['ar/0.md:1:1 [metadata-missing]']],
  [`---\nkeywords: قواميس\n---\n${body}`, ['ar/0.md:1:1 [metadata-missing]']],
  [
    written(body)
      .replace('مفتاح غائب.\n\n## x', '')
      .replace(/يحدث KeyError عند طلب مفتاح غائب\.\n$/, 'ملخص جديد.\n'),
    ['ar/0.md:2:19 [metadata-stale]', 'ar/0.md:3:16 [metadata-stale]'],
  ],
  [
    `<!--\nMeta Description: # KeyError ## ملخص يحد...\nMeta Keywords: في\n-->\n${body}`,
    ['ar/0.md:2:19 [description-raw]', 'ar/0.md:3:16 [metadata-stale]'],
  ],
  [
    `---\ntitle: x\ndescription: ${'كلمة '.repeat(40)}أخيرة.\nkeywords: قواميس\n---\n${body}`,
    ['ar/0.md:3:14 [description-long]'],
  ],
] as const)('%j is told of, with the place of the value', ([source, expected]) => {
  expect(problemsOf(source)).toEqual(expected);
});

test('two pages with one description are told of at the second, not those of two languages', () => {
  const header = '---\ndescription: كتبها المؤلف.\nkeywords: قواميس\n---\n';
  expect(problemsOf(`${header}# أ\n\nنص.`, `${header}# ب\n\nآخر.`)).toEqual(['ar/1.md:2:14 [description-same]']);
});

test('a page that would be described as another one is told what to say instead', () => {
  const header = '---\ndescription: يحدث KeyError عند طلب مفتاح غائب.\nkeywords: قواميس\n---\n';
  expect(problemsOf(`${header}# أ\n\nنص.`, written(body))).toEqual(['ar/1.md:2:19 [metadata-stale]']);
});

test('a description that had to be cut is warned of', () => {
  const source = written(`# T\n\n${'كلمة '.repeat(60)}أخيرة.\n`);
  expect(problemsOf(source)).toEqual(['ar/0.md:2:19 [description-cut]']);
  expect(headerProblems([page(source)])[0]?.severity).toBe('warning');
  expect(problemsOf(written('# T\n\nقد يحدث هذا…\n'))).toEqual([]);
});

test('what is wrong with a draft is only warned of', () => {
  const [problem] = headerProblems([page(`---\ndraft: true\n---\n${body}`)]);
  expect(problem?.severity).toBe('warning');
});
