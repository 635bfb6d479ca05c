import type { Position } from './article.ts';
import { inertSentence, inertText } from './inert-text.ts';

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
  /** Set where the article would be right with what came in the place of what it says; an update writes that. */
  readonly difference?: Difference;
}

/** What the article says was printed, and what was printed instead. */
export interface Difference {
  /** Without a final line end: one that is there stands for a blank line. */
  readonly expected: string;
  /** As it was printed, its final line end included. */
  readonly received: string;
}

/**
 * `path:line:col message [rule]`, the one form in which problems are shown to people and to editors; safe to
 * print.
 */
export function formatProblem(problem: Problem): string {
  const { path, position, message, rule } = problem;
  return `${inertText(path)}:${position.line}:${position.column} ${inertSentence(message)} [${rule}]`;
}
