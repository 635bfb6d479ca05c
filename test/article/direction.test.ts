import { expect, test } from 'vitest';
import { languageDirection, textDirection } from '../../src/article/direction.ts';

test.for([
  ['مرحبا hello', 'rtl'],
  ['hello مرحبا', 'ltr'],
  ['12 ... (שלום)', 'rtl'],
  ['٣ + ٤', 'neutral'],
  ['', 'neutral'],
  ['\u200F!', 'rtl'],
  ['中文', 'ltr'],
] as const)('the direction of "%s" is %s', ([text, direction]) => {
  expect(textDirection(text)).toBe(direction);
});

test.for([
  ['ar', 'rtl'],
  ['en', 'ltr'],
  ['ur-PK', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['he', 'rtl'],
  ['zh-Hant', 'ltr'],
] as const)('%s is written %s', ([tag, direction]) => {
  expect(languageDirection(tag)).toBe(direction);
});
