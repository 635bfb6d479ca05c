import { relative, sep } from 'node:path';
import { test } from 'vitest';
import type { Example } from '../article/article.ts';
import { formatProblem, type Problem } from '../article/problem.ts';
import { config } from '../config.ts';
import { readArticles } from '../content/read-articles.ts';
import { readSettings } from '../content/settings.ts';
import { runArticle } from '../examples/run-article.ts';
import { verdictProblem } from '../examples/verdict-problem.ts';
import { openRunners } from '../runners/open-runners.ts';
import { ArticleError } from './article-error.ts';

/**
 * Declares the tests of one article: its text is without problems, and every example does what the article says.
 *
 * @param file absolute path of the Markdown file
 */
export async function testArticle(file: string): Promise<void> {
  const settings = readSettings();
  const path = relative(settings.contentFolder, file).split(sep).join('/');
  const { articles, problems } = await content;
  const own = problems.filter((problem) => problem.path === path);
  test('reads without problems', () => {
    throwTogether(file, own);
  });
  const article = articles.find((candidate) => candidate.path === path);
  if (!article) return;
  const run = runArticle(article, runners, config);
  for (const example of article.examples) {
    test.concurrent(titleOf(example), { timeout: 10 * example.timeout + 60_000 }, async ({ skip, task }) => {
      const outcome = await run.outcomeOf(example);
      Object.assign(task.meta, { record: outcome.record });
      const problem = verdictProblem(article, outcome);
      if (problem) throwTogether(file, [{ ...problem, severity: 'error' }]);
      if (outcome.verdict.name === 'skipped') skip(outcome.verdict.message);
    });
  }
}

// All articles of a worker share these: links are checked across articles, and an interpreter serves them all.
const content = readArticles(readSettings().contentFolder, config);
const runners = openRunners();

function titleOf({ position, tag, caption }: Example): string {
  return `line ${position.line}: ${tag}${caption === undefined ? '' : ` “${caption}”`}`;
}

/** Warnings are told, errors fail the test; the first one gives the place that Vitest shows. */
function throwTogether(file: string, problems: readonly Problem[]): void {
  for (const problem of problems.filter(({ severity }) => severity === 'warning')) console.warn(formatProblem(problem));
  const [first, ...others] = problems.filter(({ severity }) => severity === 'error');
  if (!first) return;
  const message = [first.message, ...others.map(formatProblem)].join('\n');
  throw new ArticleError(message, file, first);
}
