import { join, relative } from 'node:path';
import { inject, test } from 'vitest';
import type { Article, Example } from '../article/article.ts';
import { inertText } from '../article/inert-text.ts';
import { formatProblem, type Problem } from '../article/problem.ts';
import { problemAt } from '../article/report.ts';
import { openParser, type Parser } from '../content/caching-parser.ts';
import { readArticles } from '../content/read-articles.ts';
import { showProblem } from '../content/show-problem.ts';
import { slashPath } from '../content/slash-path.ts';
import { runArticle } from '../examples/run-article.ts';
import { verdictProblem } from '../examples/verdict-problem.ts';
import { closeRunners, type OpenRunners, openRunners } from '../runners/open-runners.ts';
import { readProjectPackages } from '../runners/pyodide/package-lock.ts';
import { ArticleError } from './article-error.ts';
import type { ArticlesSettings } from './articles-settings.ts';
import { textDigest } from './merged-reports.ts';

/**
 * Declares the tests of one article: its text is without problems, and every example does what the article says.
 *
 * @param file absolute path of the Markdown file
 */
export async function testArticle(file: string, settings: ArticlesSettings): Promise<void> {
  const path = slashPath(relative(settings.contentFolder, file));
  const { articles, problems, broken, runners } = await readOnce(settings);
  const article = articles.get(path);
  const own = problems.get(path) ?? (article ? [] : notRead(path));
  const meta = article ? { text: textDigest(article.source) } : {};
  test('reads without problems', { meta }, () => {
    throwTogether(settings, [...own, ...broken.filter((problem) => problem.path !== path)]);
  });
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

/** Vitest lists what lies in linked folders too. */
function notRead(path: string): readonly Problem[] {
  const reason = 'its folder is a link, and only links to files are followed';
  return [problemAt(path, 'unreadable', { line: 1, column: 1 }, reason)];
}

/** All articles and their problems, by path, and what runs their examples. */
interface Reading {
  readonly articles: ReadonlyMap<string, Article>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Links that a change since the first run has made lead nowhere; the run that tells it is not of their articles. */
  readonly broken: readonly Problem[];
  readonly runners: OpenRunners;
}

interface Opened {
  /** JSON of the packages that examples may import. */
  readonly locked: string;
  readonly runners: OpenRunners;
}

let parse: Parser | undefined;
let last: { readonly run: number | undefined; readonly reading: Promise<Reading> } | undefined;
/** Identities of the problems that the first run found. */
let known: ReadonlySet<string> | undefined;
let opened: Opened | undefined;

/** Read once for each run, whose number Vitest tells: links are checked across all articles. */
function readOnce(settings: ArticlesSettings): Promise<Reading> {
  const run: number | undefined = inject('mithalRun');
  if (!last || last.run !== run) last = { run, reading: readAll(settings) };
  return last.reading;
}

async function readAll(settings: ArticlesSettings): Promise<Reading> {
  parse ??= openParser(settings);
  opened = reopened(opened);
  const { runners } = opened;
  const { articles, problems } = await readArticles(settings.contentFolder, settings, parse);
  const before = known ?? new Set(problems.map(identityOf));
  known = before;
  return {
    articles: new Map(articles.map((article) => [article.path, article])),
    problems: Map.groupBy(problems, ({ path }) => path),
    broken: problems.filter((problem) => /^link-/.test(problem.rule) && !before.has(identityOf(problem))),
    runners,
  };
}

/** An interpreter serves all articles of a worker, until its packages are others. */
function reopened(before: Opened | undefined): Opened {
  const locked = JSON.stringify(readProjectPackages());
  if (before?.locked === locked) return before;
  if (before) void closeRunners(before.runners);
  return { locked, runners: openRunners() };
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
