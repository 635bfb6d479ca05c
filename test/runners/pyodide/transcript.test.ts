import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../src/runners/pyodide/transcript.ts';

describe('a transcript of Python’s prompt', () => {
  test('is read as what is typed and what is answered', () => {
    const prompts = readTranscript(
      '  >>> for n in range(2):  # doctest: +ELLIPSIS\n  ...     n\n  0\n  1\n\ntext\n>>> 1\n',
    );
    expect(prompts).toEqual([
      {
        source: 'for n in range(2):  # doctest: +ELLIPSIS\n    n\n',
        answer: '0\n1\n',
        line: 1,
        options: new Map([['ELLIPSIS', true]]),
      },
      { source: '1\n', answer: '', line: 7, options: new Map() },
    ]);
  });

  test('has no prompt where nothing but comments and blanks is typed', () => {
    expect(readTranscript('>>> # one\n... \n...   # two\n>>>\n')).toEqual([]);
    expect(readTranscript('>>> # one\n... 2\n')).toHaveLength(1);
  });

  // Twelve lines of comments once took minutes.
  test('is read at once, however many lines of comments stand in front of the code', () => {
    const [prompt] = readTranscript(`>>> #\n${'... #\n'.repeat(1000)}... x\n`);
    expect(prompt?.source.endsWith('x\n')).toBe(true);
  });
});
