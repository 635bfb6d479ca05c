import type { Article } from '../../src/article/article.ts';
import type { Problem } from '../../src/article/problem.ts';
import { config } from '../../src/config.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { runArticle } from '../../src/examples/run-article.ts';
import { verdictProblem } from '../../src/examples/verdict-problem.ts';
import { closeRunners, openRunners } from '../../src/runners/open-runners.ts';

export interface ExamplesRun {
  readonly records: readonly ExampleRecord[];
  readonly problems: readonly Problem[];
  /** What each runner runs, by the runner's name. */
  readonly interpreters: Readonly<Record<string, string>>;
  /** How many of the results are of an earlier run. */
  readonly earlier: number;
}

/**
 * Runs every example of the articles.
 *
 * @param onProgress told how many examples are done, of how many
 * @throws if a runner itself is broken
 */
export async function runExamples(
  articles: readonly Pick<Article, 'path' | 'header' | 'examples' | 'files'>[],
  onProgress: (done: number, all: number) => void,
): Promise<ExamplesRun> {
  const runners = openRunners();
  const all = articles.reduce((count, { examples }) => count + examples.length, 0);
  let done = 0;
  try {
    const outcomes = await Promise.all(
      articles.flatMap((article) => {
        const run = runArticle(article, runners, config);
        return article.examples.map(async (example) => {
          const outcome = await run.outcomeOf(example);
          done++;
          onProgress(done, all);
          return { ...outcome, problem: verdictProblem(article, outcome) };
        });
      }),
    );
    return {
      records: outcomes.map(({ record }) => record),
      problems: outcomes.flatMap(({ problem }) => problem ?? []),
      interpreters: { pyodide: runners.pyodide.interpreter, node: runners.node.interpreter },
      earlier: outcomes.filter(({ earlier }) => earlier).length,
    };
  } finally {
    await closeRunners(runners);
  }
}
