import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pathInside } from '../../src/content/path-inside.ts';

test('tells what lies in a folder from what lies elsewhere, also where its name begins with two dots', () => {
  const folder = resolve('content');
  expect(pathInside(folder, join(folder, 'ar', 'a.md'))).toBe('ar/a.md');
  expect(pathInside(folder, join(folder, '..notes', 'a.md'))).toBe('..notes/a.md');
  expect(pathInside(folder, folder)).toBe('');
  expect(pathInside(folder, resolve('src', 'a.md'))).toBeUndefined();
  expect(pathInside(folder, resolve('.'))).toBeUndefined();
});
