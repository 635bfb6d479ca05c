import type { Header, Position } from './article.ts';
import type { Problem } from './problem.ts';
import { problemTexts, type Rule, type RuleValues, severityOf } from './problem-texts.ts';

/** Notes a problem of the article that is being read. */
export type Report = <R extends Rule>(rule: R, at: Place, ...values: RuleValues<R>) => void;

type Place = Pick<Position, 'line' | 'column'>;

/** The problem that a rule found at a place of the article, in the words of the one table. */
export function problemAt<R extends Rule>(path: string, rule: R, at: Place, ...values: RuleValues<R>): Problem {
  const text = problemTexts[rule] as (...values: RuleValues<R>) => string;
  const position = { line: at.line, column: at.column };
  return { path, position, rule, severity: severityOf(rule), message: text(...values) };
}

/** What is wrong with a draft is only warned of: it is not published. */
export function inDraft(problems: readonly Problem[], { draft }: Pick<Header, 'draft'>): readonly Problem[] {
  return draft ? problems.map((problem) => ({ ...problem, severity: 'warning' })) : problems;
}

/** In the order in which a reader meets them: by path, then by place. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
}
