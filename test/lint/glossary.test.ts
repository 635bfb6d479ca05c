import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/article/problem.ts';
import { readGlossary } from '../../src/lint/glossary.ts';
import { found } from './lint.ts';

const { terms, problems } = readGlossary(
  'ar/glossary.yml',
  'بايثون: [بايتون, پايثون]\nقاعدة بيانات: [داتا بيز]\nJavaScript: [Javascript]\n',
);

describe('a glossary', () => {
  it('is read without problems', () => {
    expect(problems).toEqual([]);
    expect(terms[0]).toEqual({ discouraged: 'بايتون', preferred: 'بايثون' });
  });

  it.each([
    ['whole words', 'لغة بايتون جيدة', 1],
    ['words with joined particles', 'وبايتون وللبايتون والبايتون', 3],
    ['terms of several words', 'في داتا\nبيز كبيرة', 1],
    ['Latin terms by case', 'Javascript و`Javascript` وJavaScript', 1],
    ['no part of a word', 'بايتونات وMyJavascript وJavascript.info', 0],
    ['no code', '`بايتون`', 0],
  ])('finds %s', (_what, text, count) => {
    expect(found(text, { terms })).toHaveLength(count);
  });

  it('that is not understood is told by line', () => {
    const told = readGlossary('ar/glossary.yml', 'أ: [ب]\nج: د\n').problems.map(formatProblem);
    expect(told).toEqual([
      'ar/glossary.yml:2:1 This is no line of a glossary. Write "preferred: [discouraged, discouraged]". [glossary]',
    ]);
    expect(readGlossary('ar/glossary.yml', 'أ: [ب').problems).toHaveLength(1);
    expect(readGlossary('ar/glossary.yml', '').problems).toEqual([]);
  });
});
