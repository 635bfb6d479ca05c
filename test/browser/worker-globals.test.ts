import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { languageGlobals, nodeGlobals } from '../../src/browser/worker-globals.ts';

const language: readonly string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');

test('programs in the browser are left the globals of the language, all of them', () => {
  expect([...languageGlobals].sort()).toEqual([...language].sort());
});

test('programs in the browser are left no name that Node does not have', () => {
  const names = new Set(Object.getOwnPropertyNames(globalThis));
  expect(nodeGlobals.filter((name) => !names.has(name))).toEqual([]);
});
