import type { Position } from './article.ts';

/** What a problem does to the outcome: an `error` makes the exit code 1, a `warning` does not. */
export type Severity = 'error' | 'warning';

/** Something wrong at one place of an article, with the rule that found it. */
export interface Problem {
  /** Path of the article from the content folder, with forward slashes. */
  readonly path: string;
  readonly position: Pick<Position, 'line' | 'column'>;
  /** Id of the rule, a key of the table in `problem-texts.ts`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to write instead, in one sentence or two, without the place. */
  readonly message: string;
}

/** `path:line:col message [rule]`, the one form in which problems are shown to people and to editors. */
export function formatProblem(problem: Problem): string {
  const { path, position, message, rule } = problem;
  return `${path}:${position.line}:${position.column} ${message} [${rule}]`;
}
