import type { Position } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Rule, RuleValues } from '../article/problem-texts.ts';

/** What a rule found wrong, and the change that puts it right where one is safe whatever the text means. */
export interface Finding {
  readonly problem: Problem;
  readonly fix?: Fix;
}

/** Replaces a stretch of the article's source: offsets in UTF-16 code units, `end` just after it. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Notes what a rule found at a place of the article that is being checked. */
export type Find = <R extends Rule>(rule: R, at: Place, values: RuleValues<R>, fix?: Fix) => void;

type Place = Pick<Position, 'line' | 'column'>;
