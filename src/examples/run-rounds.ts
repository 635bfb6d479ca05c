import type { Article } from '../article/article.ts';
import { type Outcome, type Runners, runArticle } from './run-article.ts';

/** An article and what its examples came to. */
export interface Ran {
  readonly article: Article;
  /** By the index of the example. */
  readonly outcomes: readonly Outcome[];
}

export async function runAll(article: Article, runners: Runners): Promise<Ran> {
  const running = runArticle(article, runners);
  return { article, outcomes: await Promise.all(article.examples.map((example) => running.outcomeOf(example))) };
}

/** What did not change from one round to the next does not run again, also where it runs into a limit. */
export function memoised({ interpreter, run: runWorld }: Runners['node']): Runners['node'] {
  const results = new Map<string, ReturnType<typeof runWorld>>();
  return {
    interpreter,
    run(world) {
      const key = JSON.stringify(world);
      const known = results.get(key) ?? runWorld(world);
      results.set(key, known);
      return known;
    },
  };
}
