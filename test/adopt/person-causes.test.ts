import { expect, test } from 'vitest';
import { causeOf } from '../../src/adopt/person-causes.ts';
import { parse } from '../article/parse.ts';

test.each([
  ['In [1]: total', 'NameError', "name 'In' is not defined", 'pasted-output'],
  ['print(total)', 'NameError', "name 'total' is not defined", 'undefined-name'],
  ['print(raw_input())', 'NameError', "name 'raw_input' is not defined", 'python-2'],
  ['try: a()\nexcept KeyError, e: pass', 'TypeError', 'x', 'python-2'],
  ['name = input()', 'EOFError', 'EOF when reading a line', 'input'],
  ['raise EOFError', 'EOFError', '', 'unannounced'],
  ['open("a.txt")', 'FileNotFoundError', "[Errno 2] No such file or directory: 'a.txt'", 'missing-file'],
  ['int("x")', 'ValueError', "invalid literal for int() with base 10: 'x'", 'unannounced'],
])('what ends in an error that nobody wanted is told by its cause: %j %s', (code, name, message, cause) => {
  const [example] = parse(`# T\n\n\`\`\`python\n${code}\n\`\`\`\n`).examples;
  if (!example) throw new Error('no example');
  const error = { name, message, classes: [name], text: `${name}: ${message}`, trace: '' };
  const verdict = { name: 'failed', kind: 'uncaught-error', message: '' } as const;
  expect(causeOf({ verdict, error, example })).toBe(cause);
});
