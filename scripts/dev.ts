/**
 * `npm run dev [-- --host] [--port N]`: serves the site live; a saved article's examples run again, and the page shows
 * what came of them.
 */
import { watch } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { dev } from 'astro';
import type { Article } from '../src/article/article.ts';
import { config } from '../src/config.ts';
import { openParser } from '../src/content/caching-parser.ts';
import { readArticles } from '../src/content/read-articles.ts';
import { mergeRecords, readRecords, writeRecords } from '../src/content/record-file.ts';
import { readSettings } from '../src/content/settings.ts';
import { showProblem } from '../src/content/show-problem.ts';
import { slashPath } from '../src/content/slash-path.ts';
import { runArticle } from '../src/examples/run-article.ts';
import { verdictProblem } from '../src/examples/verdict-problem.ts';
import { openRunners } from '../src/runners/open-runners.ts';
import { requireArticles } from './articles/require-articles.ts';
import { reloadPages } from './dev/reload-pages.ts';
import { serveRuntime } from './dev/serve-runtime.ts';
import { messageOf } from './terminal/fail.ts';
import { readOptions } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

// Whatever the machine says: otherwise open pages would not be told of what was saved.
process.env['NODE_ENV'] = 'development';

const { host, port } = readOptions(
  { host: { type: 'boolean', default: false }, port: { type: 'string', default: '4321' } },
  'npm run dev -- [--host] [--port 4321]',
);
if (!/^\d+$/.test(port) || Number(port) > 65_535) {
  console.error(`error: "${port}" is no port. Write a number up to 65535.`);
  process.exit(1);
}
const settings = readSettings();
await requireArticles(settings.contentFolder);
const parse = openParser(config);
const runners = openRunners();
await dev({
  root: settings.root,
  server: { host, port: Number(port) },
  vite: { plugins: [serveRuntime(), reloadPages()] },
});
const ran = new WeakSet<Article>();
let running = runChanged(() => true).catch(tell);

const saved = new Set<string>();
watch(settings.contentFolder, { recursive: true }, (_event, file) => {
  if (!file || !/\.md$/i.test(file)) return;
  saved.add(slashPath(file));
  running = running.then(runSaved).catch(tell);
}).on('error', tell);

async function runSaved(): Promise<void> {
  // Editors write a file in several steps; those that come meanwhile are done in one go.
  if (saved.size > 0) await setTimeout(20);
  const paths = new Set(saved);
  saved.clear();
  if (paths.size > 0) await runChanged(({ path }) => paths.has(path));
}

/** What can be put right while the site is served, such as a content folder without articles, must not end it. */
function tell(error: unknown): void {
  console.error(`error: ${messageOf(error)}`);
}

async function runChanged(isChanged: (article: Article) => boolean): Promise<void> {
  const { articles, problems } = await readArticles(settings.contentFolder, config, parse);
  // The parser gives the same article again where its text is the same.
  const changed = articles.filter((article) => isChanged(article) && !ran.has(article));
  if (changed.length === 0) return;
  for (const article of changed) ran.add(article);
  const outcomes = await Promise.all(
    changed.flatMap((article) => {
      const run = runArticle(article, runners, config);
      return article.examples.map(async (example) => ({ article, outcome: await run.outcomeOf(example) }));
    }),
  );
  const records = mergeRecords(
    await readRecords(settings.recordFile),
    outcomes.map(({ outcome }) => outcome.record),
  );
  await writeRecords(settings.recordFile, records);
  const paths = new Set(changed.map(({ path }) => path));
  const found = [
    ...problems.filter(({ path }) => paths.has(path)),
    ...outcomes.flatMap(({ article, outcome }) => verdictProblem(article, outcome) ?? []),
  ];
  for (const problem of found) {
    const file = relative(process.cwd(), join(settings.contentFolder, problem.path));
    console.error(showProblem(problem, file, changed.find(({ path }) => path === problem.path)?.source));
  }
  const [examples, all] = [counted(outcomes.length, 'example'), counted(changed.length, 'article')];
  console.log(`${examples} of ${all} ran, ${counted(found.length, 'problem')}`);
}
