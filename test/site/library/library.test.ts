import { expect, test } from 'vitest';
import {
  type Library,
  type LibraryArticle,
  libraryArticle,
  shelve,
  whenRenewed,
} from '../../../src/site/library/library.ts';

const libraryOf = (...revisions: readonly (readonly [path: string, revision: string])[]): Library =>
  new Map(revisions.map(([path, revision]) => [path, { revision } as LibraryArticle]));

test('whoever waits for it learns of articles that show something else, come or go', () => {
  let renewed = 0;
  whenRenewed(() => renewed++);
  const told = (library: Library): boolean => {
    const before = renewed;
    shelve(library);
    return renewed > before;
  };
  expect(told(libraryOf(['a', '1'])), 'the first ones').toBe(false);
  expect(told(libraryOf(['a', '1'])), 'the same').toBe(false);
  expect(told(libraryOf(['a', '2']))).toBe(true);
  expect(libraryArticle('a').revision).toBe('2');
  expect(told(libraryOf(['a', '2'], ['b', '1']))).toBe(true);
  expect(told(libraryOf(['c', '1'], ['b', '1']))).toBe(true);
  expect(told(libraryOf(['b', '1']))).toBe(true);
});
