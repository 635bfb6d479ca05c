import { describe, expect, it } from 'vitest';
import { ar } from '../../../src/site/locales/ar.ts';
import { en } from '../../../src/site/locales/en.ts';
import { fa } from '../../../src/site/locales/fa.ts';
import { he } from '../../../src/site/locales/he.ts';
import type { Labels } from '../../../src/site/locales/labels.ts';
import { languageName, openGraphLocale } from '../../../src/site/locales/language-name.ts';
import { dayText, fill, plural } from '../../../src/site/locales/plural.ts';
import { ur } from '../../../src/site/locales/ur.ts';

const others: readonly (readonly [string, Labels])[] = Object.entries({ ar, fa, he, ur });

describe('the site’s texts', () => {
  it.each([
    [0, 'لا أمثلة'],
    [1, 'مثال واحد'],
    [2, 'مثالان'],
    [7, '7 أمثلة'],
    [25, '25 مثالًا'],
    [100, '100 مثال'],
  ])('count in Arabic as Arabic counts: %i', (count, text) => {
    expect(plural('ar', ar.exampleCount, count)).toBe(text);
  });

  it.each([
    ['ar', '22 نوفمبر 2026'],
    ['en', 'November 22, 2026'],
    ['fa', '۱ آذر ۱۴۰۵'],
    ['he', '22 בנובמבר 2026'],
    ['ur', '22 نومبر، 2026'],
  ])('write a day as its readers do: %s', (language, day) => {
    expect(dayText(language, '2026-11-22T23:30:00Z')).toBe(day);
  });

  it('count in Persian with Persian digits', () => {
    expect(plural('fa', fa.exampleCount, 12)).toBe('۱۲ مثال');
  });

  it('count in English', () => {
    expect([1, 2].map((count) => plural('en', en.exampleCount, count))).toEqual(['One example', '2 examples']);
  });

  it.each([
    ['ar', 'العربية', 'ar_AR'],
    ['fr', 'français', 'fr_FR'],
    ['pt-BR', 'português (Brasil)', 'pt_BR'],
  ])('name a language, also one that there are no texts in: %s', (language, name, locale) => {
    expect([languageName(language), openGraphLocale(language)]).toEqual([name, locale]);
  });

  it('leave a place without a value as it is', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
  });

  it.each(others)('have the same places to fill in in %s', (_language, labels) => {
    expect(placesOf(labels)).toEqual(placesOf(en));
  });

  it.each(others)('are in %s all of its script, but for names and places to fill in', (language, labels) => {
    const script = language === 'he' ? /\p{Script=Hebrew}/u : /\p{Script=Arabic}/u;
    expect(textsOf(labels).filter((text) => !script.test(text) && text !== 'Node')).toEqual([]);
  });

  it.each(others)('have a text in %s for every form its numbers take', (language, labels) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const counted of [labels.articleCount, labels.exampleCount, labels.search.found]) {
      expect(Object.keys(counted)).toEqual(expect.arrayContaining(forms));
    }
  });
});

function placesOf(labels: object): readonly string[] {
  return Object.entries(labels).flatMap(([name, value]) =>
    typeof value === 'string'
      ? Array.from(value.matchAll(/\{\w+\}/g), ([place]) => `${name} ${place}`).sort()
      : name.endsWith('Count') || name === 'found'
        ? []
        : placesOf(value as object).map((place) => `${name}.${place}`),
  );
}

function textsOf(labels: object): readonly string[] {
  return Object.values(labels).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value as object)));
}
