import { expect, test } from 'vitest';
import { sourceLines } from '../../src/article/source-lines.ts';
import { answerEdit } from '../../src/examples/answer-edit.ts';
import { parse } from '../article/parse.ts';

/** The article with this as the answer to the prompt in a line of its first example. */
function answered(source: string, line: number, expected: string, received: string): string | undefined {
  const { examples } = parse(source);
  if (!examples[0]) throw new Error('no example');
  const edit = answerEdit(sourceLines(source), examples[0], line, { expected, received });
  return edit && source.slice(0, edit.start) + edit.text + source.slice(edit.end);
}

test('an answer stands where its prompt does, also in a list and behind spaces of its own', () => {
  const session = (answer: string): string =>
    `# T\n\n- a\n\n  \`\`\`pycon\n    >>> 1 + 1\n${answer}    >>> 2\n    2\n  \`\`\`\n`;
  expect(answered(session('    3\n'), 1, '3\n', '2\n')).toBe(session('    2\n'));
  expect(answered(session(''), 1, '', '2\n')).toBe(session('    2\n'));
});

test('an answer goes below all lines of its prompt', () => {
  const session = (answer: string): string =>
    `# T\n\n\`\`\`pycon\n>>> for n in [1]:\n...     n\n...\n${answer}\`\`\`\n`;
  expect(answered(session('7\n'), 1, '7\n', '1\n')).toBe(session('1\n'));
});

test('an error nobody expected, and none where one was, are their author’s to write', () => {
  const trace = 'Traceback (most recent call last):\n  …\nKeyError: 1\n';
  const session = (answer: string): string => `# T\n\n\`\`\`pycon\n>>> f()\n${answer}\`\`\`\n`;
  expect(answered(session('7\n'), 1, '7\n', trace)).toBeUndefined();
  expect(answered(session(trace), 1, trace, '7\n')).toBeUndefined();
  expect(answered(session(trace), 1, trace, trace.replace('KeyError', 'ValueError'))).toBeUndefined();
  expect(answered(session(trace), 1, trace, trace.replace(': 1', ': 2'))).toBe(session(trace.replace(': 1', ': 2')));
});
