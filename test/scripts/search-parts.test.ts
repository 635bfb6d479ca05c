import { expect, test } from 'vitest';
import { searchParts } from '../../scripts/build/search-parts.ts';
import { parse } from '../article/parse.ts';

const articles = Array.from({ length: 1000 }, (_, index) => parse('# T\n', `ar/python/${index}.md`));

test('few articles are one part', () => {
  expect(searchParts(articles.slice(0, 100), 100).map(({ size }) => size)).toEqual([100]);
  expect(searchParts([], 100)).toEqual([]);
});

test('many are divided about evenly, each into one part', () => {
  const parts = searchParts(articles, 300);
  expect(parts).toHaveLength(4);
  for (const { size } of parts) expect(Math.abs(size - 250)).toBeLessThan(60);
  expect(parts.flatMap((part) => [...part.values()]).toSorted(byPath)).toEqual(articles.toSorted(byPath));
});

test('an article stays in its part while another one goes', () => {
  const [before, after] = [searchParts(articles, 300), searchParts(articles.slice(1), 300)];
  const changed = before.filter((part, number) => part.size !== after[number]?.size);
  expect(changed).toHaveLength(1);
  for (const [number, part] of after.entries())
    for (const url of part.keys()) expect(before[number]?.has(url)).toBe(true);
});

test('of two articles with one address the first is searched', () => {
  const [first, second] = [parse('# One\n', 'ar/a.md'), parse('# Two\n', 'ar/A.md')];
  expect(searchParts([first, second], 10).map((part) => [...part.values()])).toEqual([[first]]);
});

function byPath({ path: a }: { path: string }, { path: b }: { path: string }): number {
  return a < b ? -1 : 1;
}
