import { join, relative } from 'node:path';
import { inject, test } from 'vitest';
import type { Example } from '../article/article.ts';
import { inertText } from '../article/inert-text.ts';
import { formatProblem, type Problem } from '../article/problem.ts';
import { openParser, type Parser } from '../content/caching-parser.ts';
import { readArticles } from '../content/read-articles.ts';
import { showProblem } from '../content/show-problem.ts';
import { slashPath } from '../content/slash-path.ts';
import { runArticle } from '../examples/run-article.ts';
import { verdictProblem } from '../examples/verdict-problem.ts';
import { openRunners } from '../runners/open-runners.ts';
import { ArticleError } from './article-error.ts';
import type { ArticlesSettings } from './articles-settings.ts';

/**
 * Declares the tests of one article: its text is without problems, and every example does what the article says.
 *
 * @param file absolute path of the Markdown file
 */
export async function testArticle(file: string, settings: ArticlesSettings): Promise<void> {
  const path = slashPath(relative(settings.contentFolder, file));
  const { articles, problems, broken } = await readOnce(settings);
  test('reads without problems', () => {
    const own = problems.filter((problem) => problem.path === path);
    throwTogether(settings, [...own, ...broken.filter((problem) => problem.path !== path)]);
  });
  const article = articles.find((candidate) => candidate.path === path);
  if (!article) return;
  const run = runArticle(article, runners, settings);
  for (const example of article.examples) {
    const meta = { example: { article: path, line: example.position.line } };
    // The runner counts processor time; this is for what hangs, on however busy a machine.
    const timeout = 10 * example.timeout + 300_000;
    test.concurrent(titleOf(example), { timeout, meta }, async ({ skip, task }) => {
      const outcome = await run.outcomeOf(example);
      task.meta.record = outcome.record;
      task.meta.earlier = outcome.earlier;
      const problem = verdictProblem(article, outcome);
      // A draft is not green for that.
      if (problem && article.header.draft) {
        console.warn(showProblem(problem, relative(process.cwd(), file), article.source, settings.updateCommand));
        skip(`draft: ${inertText(problem.message)}`);
      }
      if (problem) throwTogether(settings, [{ ...problem, severity: 'error' }]);
      if (outcome.verdict.name === 'skipped') skip(outcome.verdict.message && inertText(outcome.verdict.message));
    });
  }
}

// An interpreter serves all articles of a worker.
const runners = openRunners();

interface Reading {
  /** What Vitest calls the run that it was read for. */
  readonly run: number | undefined;
  readonly content: ReturnType<typeof readArticles>;
}

let parse: Parser | undefined;
let reading: Reading | undefined;
let firstContent: Reading['content'] | undefined;

/**
 * All articles, once for each run: links are checked across them. `broken` are links in articles that a change since the
 * first run has made lead nowhere; the run that tells it is not of those articles.
 */
async function readOnce(settings: ArticlesSettings) {
  const run: number | undefined = inject('mithalRun');
  if (!reading || reading.run !== run) {
    parse ??= openParser(settings);
    reading = { run, content: readArticles(settings.contentFolder, settings, parse) };
  }
  firstContent ??= reading.content;
  const [{ articles, problems }, first] = await Promise.all([reading.content, firstContent]);
  const known = new Set(first.problems.map(identityOf));
  const broken = problems.filter((problem) => /^link-/.test(problem.rule) && !known.has(identityOf(problem)));
  return { articles, problems, broken };
}

function identityOf({ path, rule, message }: Problem): string {
  return JSON.stringify([path, rule, message]);
}

function titleOf({ position, tag, caption }: Example): string {
  return inertText(`line ${position.line}: ${tag}${caption === undefined ? '' : ` “${caption}”`}`);
}

/** Warnings are told, errors fail the test, each at its own place. */
function throwTogether(settings: ArticlesSettings, problems: readonly Problem[]): void {
  for (const problem of problems.filter(({ severity }) => severity === 'warning')) console.warn(formatProblem(problem));
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => new ArticleError(join(settings.contentFolder, problem.path), problem, settings.updateCommand));
  // Vitest shows and annotates every error of an array.
  if (errors.length > 0) throw errors;
}
