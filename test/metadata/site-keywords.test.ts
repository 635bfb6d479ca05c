import { expect, test } from 'vitest';
import { siteKeywords } from '../../src/metadata/site-keywords.ts';
import { parse } from '../article/parse.ts';

const subjects =
  'القاموس الجذر المنفذ المقبس الخادم المؤشر المكدس الجدول العمود الفهرس المجلد المتصفح المفتاح الحزمة الخيط';

function siteOf(size: number): readonly (readonly string[])[] {
  const words = subjects.split(' ');
  const articles = Array.from({ length: size }, (_, index) => {
    const text = `الحاسوب جهاز، الحاسوب. ${words[index % words.length]} هنا، ${words[index % words.length]}.`;
    return parse(`# شرح\n\n${text}\n`, `ar/${index}.md`);
  });
  return siteKeywords(articles);
}

test('what most articles of a site have ranks behind what each of them is about', () => {
  expect(
    siteOf(45)
      .map(([first]) => first)
      .slice(0, 15),
  ).toEqual(subjects.split(' '));
});

test('a few articles are no statistic', () => {
  expect(siteOf(15)[0]?.[0]).toBe('الحاسوب');
});

test('articles of another language do not count', () => {
  const english = Array.from({ length: 45 }, (_, index) => parse('# Port\n\nThe server.\n', `en/${index}.md`));
  const [first] = siteKeywords([parse('# Port\n\nThe server.\n', 'ar/0.md'), ...english]);
  expect(first).toEqual(siteKeywords([parse('# Port\n\nThe server.\n', 'ar/0.md')])[0]);
});
