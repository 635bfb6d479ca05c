import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { problemTexts } from '../../src/article/problem-texts.ts';
import { parse } from '../article/parse.ts';

it.each(['ar', 'en'])('the guide (%s) explains every rule, and no other', (language) => {
  const path = `${language}/guide/problems.md`;
  const source = readFileSync(resolve(import.meta.dirname, '../../content', path), 'utf8');
  const ids = parse(source, path).sections.flatMap(({ depth, id }) => (depth === 3 ? [id] : []));
  expect(ids.toSorted()).toEqual(Object.keys(problemTexts).toSorted());
});
