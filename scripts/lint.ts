/**
 * `npm run lint [-- FILE…] [--fix]`: everything that is wrong with the articles' texts; `--fix` puts right
 * what is safe.
 */
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Article } from '../src/article/article.ts';
import { parseArticle } from '../src/article/parse-article.ts';
import type { Problem } from '../src/article/problem.ts';
import { sortProblems } from '../src/article/report.ts';
import { config } from '../src/config.ts';
import { openParser } from '../src/content/caching-parser.ts';
import { type FileDates, fileDates } from '../src/content/file-dates.ts';
import { type LintedContent, lintContent } from '../src/content/lint-content.ts';
import { listArticles, readArticles } from '../src/content/read-articles.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { showProblem } from '../src/content/show-problem.ts';
import { slashPath } from '../src/content/slash-path.ts';
import { fixArticle } from '../src/lint/fix-article.ts';
import { fileFailure } from './articles/file-failure.ts';
import { replaceFile } from './articles/replace-file.ts';
import { requireArticles } from './articles/require-articles.ts';
import { fail } from './terminal/fail.ts';
import { Progress } from './terminal/progress.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

const usage = 'npm run lint -- [FILE…] [--fix]';
const { contentFolder } = readSettings();
const { values, positionals } = readArguments({ fix: { type: 'boolean', default: false } }, usage);
const from = callerFolder();
const wanted = new Set(positionals.map(contentPath));
const warn = (message: string): void => console.error(`warning: ${message}\n`);
const parse = openParser(config);
const progress = new Progress();
const told = (done: number, all: number): void => progress.update(`${done} of ${all}`);

await requireArticles(contentFolder);
const unlisted: Problem[] = [];
const known = new Set([...(await listArticles(contentFolder, unlisted)), ...unlisted.map(({ path }) => path)]);
const unknown = positionals.filter((file) => !known.has(contentPath(file)));
for (const file of unknown) fail(missing(file));
if (unknown.length === 0) await lint();

async function lint(): Promise<void> {
  const dates = await fileDates(contentFolder, warn);
  const first = await read();
  const fixed = values.fix ? await fix(await findIn(first.articles, dates)) : 0;
  const { articles, problems } = fixed > 0 ? await read() : first;
  const lint = await findIn(articles, dates);
  const found = [...lint.findings.values()].flat().map(({ problem }) => problem);
  const shown = sortProblems([...problems, ...lint.problems, ...found]).filter(isWanted);
  const sources = new Map(articles.map(({ path, source }) => [path, source]));
  for (const problem of shown)
    console.error(`${showProblem(problem, fileOf(problem), sources.get(problem.path))}${explanation(problem)}`);
  const count = counted(wanted.size || articles.length, 'article');
  const fixes = values.fix ? `, ${fixed} changed` : '';
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  console.log(`${count}${fixes}, ${counted(errors, 'error')}, ${counted(shown.length - errors, 'warning')}`);
  if (errors > 0) process.exitCode = 1;
}

function contentPath(file: string): string {
  return slashPath(relative(contentFolder, resolve(from, file)));
}

function missing(file: string): string {
  const isFolder = statSync(resolve(from, file), { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return `${file} is a folder; name the files in it.`;
  if (existsSync(resolve(from, file)))
    return `${file} is no article: those are the *.md in the folders of languages in ${contentFolder}.`;
  return `There is no article ${file}.`;
}

async function read(): ReturnType<typeof readArticles> {
  progress.start('Reading articles');
  const content = await readArticles(contentFolder, config, parse, told);
  progress.done(counted(content.articles.length, 'article'));
  return content;
}

async function findIn(articles: readonly Article[], dates: ReadonlyMap<string, FileDates>): Promise<LintedContent> {
  progress.start('Checking texts');
  const lint = await lintContent(contentFolder, articles, config, dates, { warn, told }, isWanted);
  progress.done(counted(lint.findings.size, 'article'));
  return lint;
}

/** How many articles were changed. */
async function fix({ findings }: LintedContent): Promise<number> {
  let changed = 0;
  for (const [article, found] of findings) {
    const source = fixArticle(article, found, (text) => parseArticle(article.path, text, config));
    if (source === article.source) continue;
    try {
      await replaceFile(join(contentFolder, article.path), Buffer.from(article.source), source);
      console.log(`${fileOf(article)}: changed`);
      changed++;
    } catch (error) {
      fail(fileFailure(fileOf(article), error));
    }
  }
  return changed;
}

function isWanted({ path }: Pick<Problem, 'path'>): boolean {
  return wanted.size === 0 || wanted.has(path);
}

function fileOf({ path }: Pick<Problem, 'path'>): string {
  return relative(process.cwd(), join(contentFolder, path));
}

/** Where the guide explains a rule: in the article's language, if it is there in that. */
function explanation({ path, rule }: Problem): string {
  const pages = [path.split('/')[0], 'en'].map((language) => `content/${language}/guide/problems.md`);
  const page = pages.find((file) => existsSync(file));
  return page === undefined ? '' : `  explained in ${page}#${rule}\n`;
}
