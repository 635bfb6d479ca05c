import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Outcome } from './run-article.ts';

/**
 * The problem that a verdict is to the article's author, at the line it is about: the failing line where one is
 * known, the `output` block where that is wrong, else the opening fence. Undefined if there is none. What is
 * wrong with a draft is only warned of.
 */
export function verdictProblem(
  article: Pick<Article, 'path' | 'header'>,
  { example, verdict }: Outcome,
): Problem | undefined {
  if (verdict.name === 'passed' || verdict.name === 'skipped') return undefined;
  return {
    path: article.path,
    position: positionOf(example, verdict),
    rule: `example-${verdict.kind}`,
    severity: verdict.name === 'unavailable' || article.header.draft ? 'warning' : 'error',
    message: verdict.message ?? verdict.kind,
    ...(verdict.difference && { difference: verdict.difference }),
  };
}

function positionOf(example: Outcome['example'], verdict: Outcome['verdict']): Problem['position'] {
  if (verdict.kind === 'wrong-output' && example.expectedOutput) return example.expectedOutput.position;
  const start = verdict.line === undefined ? undefined : example.lineStarts[verdict.line - 1];
  if (!start) return example.position;
  return { line: start.line, column: start.column + (verdict.column ?? 1) - 1 };
}
