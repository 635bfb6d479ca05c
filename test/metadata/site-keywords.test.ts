import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { keywordChoices } from '../../src/metadata/keywords.ts';
import { chosenBySite } from '../../src/metadata/site-keywords.ts';
import { withHeader } from '../../src/metadata/write-header.ts';
import { parse } from '../article/parse.ts';

const subjects =
  'القاموس الجذر المنفذ المقبس الخادم المؤشر المكدس الجدول العمود الفهرس المجلد المتصفح المفتاح الحزمة الخيط';

function siteKeywords(articles: readonly Article[]): readonly (readonly string[])[] {
  return chosenBySite(articles.map(keywordChoices));
}

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

test('what was written into a header stays while only other articles change, and no longer', () => {
  const text = (words: string) => `# شرح\n\n${words.split(' ').join(' هنا، ')} هنا.\n`;
  const own = 'القاموس الجذر المنفذ المقبس الخادم المؤشر المكدس الجدول العمود الفهرس';
  const others = (count: number) =>
    Array.from({ length: 60 }, (_, index) =>
      parse(text(index < count ? 'الجدول المجلد' : 'الحزمة المجلد'), `ar/${index}.md`),
    );
  const first = siteKeywords([parse(text(own), 'ar/own.md'), ...others(6)])[0] ?? [];
  expect(first).toContain('الجدول');
  const headed = (words: string) =>
    parse(written(parse(text(own), 'ar/own.md'), first).replace(text(own), text(words)), 'ar/own.md');
  expect(siteKeywords([parse(text(own), 'ar/own.md'), ...others(7)])[0]).not.toEqual(first);
  expect(siteKeywords([headed(own), ...others(7)])[0]).toEqual(first);
  expect(siteKeywords([headed(own), ...others(40)])[0]).not.toEqual(first);
  expect(
    siteKeywords([headed('الخيط القاموس الجذر المنفذ المقبس الخادم المؤشر المكدس الجدول'), ...others(6)])[0],
  ).toContain('الخيط');
});

function written(article: Article, keywords: readonly string[]): string {
  return withHeader(article, { description: 'وصف.', keywords }) ?? '';
}
