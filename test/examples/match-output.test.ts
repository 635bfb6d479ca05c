import { describe, expect, test } from 'vitest';
import { matchOutput } from '../../src/examples/match-output.ts';
import { processorTime } from '../processor-time.ts';

describe('matchOutput', () => {
  test.each([
    ['the same text', 'a\nb', 'a\nb\n'],
    ['CRLF where the article has it', 'a\r\nb', 'a\nb\n'],
    ['any text inside a line', 'port ... is taken', 'port 8080 is taken'],
    ['no text inside a line', 'a...b', 'ab'],
    ['any lines', 'first\n...\nlast', 'first\n1\n2\nlast\n'],
    ['no lines', 'first\n...\nlast', 'first\nlast\n'],
    ['lines at the end', 'first\n...', 'first\n1\n2'],
    ['several wildcards in need of a second try', '...\nb\n...\nb\nc', 'b\nb\nx\nb\nc'],
    ['addresses of objects', '<object at 0x7f00aa11>', '<object at 0x10a2b3c4d>'],
    [
      'an address before other words',
      '<code object f at 0x7f00aa11, file "a.py">',
      '<code object f at 0x5d2c8, file "a.py">',
    ],
    [
      'addresses that name each other',
      '<cell at 0x7f00aa11: A object at 0x7f1>',
      '<cell at 0x5d2c8: A object at 0x7f1>',
    ],
    ['a proxy', '<weakproxy at 0x7f00aa11 to A at 0x7f00bb22>', '<weakproxy at 0x5d2c8 to A at 0x6d2c8>'],
    ['names of temporary files', '/tmp/tmpab3_9xyz/a', '/tmp/tmp0123abcd/a'],
    ['process ids in warnings', '(node:1) Warning: x', '(node:4242) Warning: x'],
  ])('accepts %s', (_, expected, printed) => {
    expect(matchOutput(expected, printed)).toBe(true);
  });

  test.each([
    ['another line', 'a\nb', 'a\nc'],
    ['a missing line', 'a\nb', 'a'],
    ['a line too many', 'a', 'a\nb'],
    ['a trailing space', 'a', 'a '],
    ['an empty line at the end', 'a', 'a\n\n'],
    ['overlapping ends around a wildcard', 'aba...aba', 'aba'],
    ['parts in another order', 'a...b...c', 'acb'],
    ['a short number that looks like an address', '<a at 0x1f>', '<a at 0x2f>'],
    ['a number in hexadecimal digits', '0xcafebabe', '0xdeadbeef'],
    ['such a number in a sentence', 'stopped at 0xcafebabe', 'stopped at 0xdeadbeef'],
    ['an address that is of no object', 'stopped at 0xcafebabe, again', 'stopped at 0xdeadbeef, again'],
    ['a number after such a word, where Node warns of nothing', '(node:1) is up', '(node:2) is up'],
    ['a longer name that begins as one of a temporary file', '/tmp/tmpreports_of_may', '/tmp/tmpresults_of_may'],
    ['nothing printed', 'a', ''],
  ])('refuses %s', (_, expected, printed) => {
    expect(matchOutput(expected, printed)).toBe(false);
  });

  test('stays quick on many wildcards', () => {
    const match = () => matchOutput('...\na\n'.repeat(200), 'a\n'.repeat(20_000));
    expect(processorTime(match)).toBeLessThan(2000);
  });
});
