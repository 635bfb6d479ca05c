import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/article/code-frame.ts';
import { inertSentence, inertText } from '../../src/article/inert-text.ts';
import { processorTime } from '../processor-time.ts';

describe('inertText', () => {
  test.each([
    ['a colour', '\u001B[31mred', '\\u001B[31mred'],
    ['a C1 control', '\u009B31m', '\\u009B31m'],
    ['a carriage return that hides what stands before it', 'failed\rpassed', 'failed\\u000Dpassed'],
    ['an override of the direction', 'a\u202Eb\u2066c', 'a\\u202Eb\\u2066c'],
    ['a command to a GitHub log', 'x\n  ::error file=a::no', 'x\n  \\u003A:error file=a::no'],
    ['an older one', '##[add-mask]x', '#\\u0023[add-mask]x'],
  ])('writes %s as text', (_name, text, inert) => {
    expect(inertText(text)).toBe(inert);
  });

  test.each(['سطرٌ\n\tآخر', 'می\u200Cشود', '::1 is an address', 'a\u200Fb', '## [Changelog]'])(
    'leaves %j alone',
    (text) => {
      expect(inertText(text)).toBe(text);
    },
  );

  test.each(['\n', ' ', '::a', ':', '##['])('takes no long time for a text of nothing but %j', (piece) => {
    expect(processorTime(() => inertText(piece.repeat(1_000_000 / piece.length)))).toBeLessThan(10_000);
    expect(processorTime(() => inertText(`::${piece.repeat(1_000_000 / piece.length)}`))).toBeLessThan(10_000);
  });

  test('isolates right-to-left quotations in a sentence', () => {
    expect(inertSentence('"الاسم" is not "name"')).toBe('"\u2068الاسم\u2069" is not "name"');
  });
});

describe('codeFrame', () => {
  test('marks the line, and the column below it', () => {
    expect(codeFrame('a\r\nb\r\n\tcode(x)\r\nمرحبا\r\ne\r\nf\r\n', { line: 3, column: 7 })).toBe(
      '  1 | a\n  2 | b\n> 3 | \tcode(x)\n    | \t     ^\n  4 | \u2068مرحبا\u2069\n  5 | e',
    );
  });

  test('is empty where the article has no such line', () => {
    expect(codeFrame('a', { line: 2, column: 1 })).toBe('');
  });
});
