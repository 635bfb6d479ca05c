import { describe, expect, test } from 'vitest';
import { showProblem } from '../../src/content/show-problem.ts';
import { judge } from '../../src/examples/judge.ts';
import { ArticleError } from '../../src/vitest/article-error.ts';

describe('a difference shown to a person', () => {
  test('of a session marks the lines that differ, and no other', () => {
    const { difference } = judge(
      { expectation: { kind: 'success' }, mode: { kind: 'run' } },
      { output: [], end: { kind: 'doctest', line: 1, expected: '0\n5\n', received: '0\n1\n' }, ms: 1 },
    );
    expect(shown(difference)).toEqual(['    0', '  - 5', '  + 1']);
    const error = new ArticleError('/a.md', { ...problem, ...(difference && { difference }) }, 'update');
    expect([error.expected, error.actual]).toEqual(['0\n5\n', '0\n1\n']);
  });

  test('has the blank line at the end that an output block says is printed', () => {
    expect(shown({ expected: 'a\n', received: 'a\n' })).toEqual(['    a', '  - ']);
    expect(shown({ expected: 'a', received: 'a\n\n' })).toEqual(['    a', '  + ']);
  });
});

const problem = { path: 'a.md', position: { line: 1, column: 1 }, rule: 'r', severity: 'error', message: 'm' } as const;

function shown(difference: { expected: string; received: string } | undefined): readonly string[] {
  const lines = showProblem({ ...problem, ...(difference && { difference }) }, 'a.md', undefined).split('\n');
  return lines.slice(lines.indexOf('  + received') + 1, -2);
}
