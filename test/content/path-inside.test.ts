import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kindOfFile } from '../../src/content/kind-of-file.ts';
import { pathInside } from '../../src/content/path-inside.ts';

test('tells what lies in a folder from what lies elsewhere, also where its name begins with two dots', () => {
  const folder = resolve('content');
  expect(pathInside(folder, join(folder, 'ar', 'a.md'))).toBe('ar/a.md');
  expect(pathInside(folder, join(folder, '..notes', 'a.md'))).toBe('..notes/a.md');
  expect(pathInside(folder, folder)).toBe('');
  expect(pathInside(folder, resolve('src', 'a.md'))).toBeUndefined();
  expect(pathInside(folder, resolve('.'))).toBeUndefined();
});

test('a link of an article may lead to any file of the repository, wherever the articles lie in it', () => {
  const folder = resolve('content/en');
  expect(kindOfFile(folder, '../../package.json')).toBe('file');
  expect(kindOfFile(folder, '../../src')).toBe('folder');
  expect(kindOfFile(folder, '../../../etc')).toBeUndefined();
  expect(kindOfFile(resolve('content'), '../../')).toBeUndefined();
});
