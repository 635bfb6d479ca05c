import { describe, expect, it } from 'vitest';
import { ar } from '../../src/site/locales/ar.ts';
import { en } from '../../src/site/locales/en.ts';
import { fill, plural } from '../../src/site/locales/plural.ts';

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

  it('count in English', () => {
    expect([1, 2].map((count) => plural('en', en.exampleCount, count))).toEqual(['One example', '2 examples']);
  });

  it('leave a place without a value as it is', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}');
  });

  it('have the same places to fill in in every language', () => {
    const places = (labels: object): string[] =>
      Object.entries(labels).flatMap(([name, value]) =>
        typeof value === 'string'
          ? Array.from(value.matchAll(/\{\w+\}/g), ([place]) => `${name} ${place}`)
          : name.endsWith('Count') || name === 'found'
            ? []
            : places(value as object).map((place) => `${name}.${place}`),
      );
    expect(places(ar)).toEqual(places(en));
  });
});
