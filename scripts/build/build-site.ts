/** What `npm run build` does. */
import { rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'astro';
import { sortProblems } from '../../src/article/report.ts';
import { searchFolder } from '../../src/browser/search-files.ts';
import { config } from '../../src/config.ts';
import { openParser } from '../../src/content/caching-parser.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { handOver } from '../../src/content/read-content.ts';
import { readRecords, writeRecords } from '../../src/content/record-file.ts';
import { readSettings } from '../../src/content/settings.ts';
import { showProblem } from '../../src/content/show-problem.ts';
import { upgradeChanges, upgradeReport } from '../../src/examples/upgrade-changes.ts';
import { hearPageProgress } from '../../src/site/library/page-progress.ts';
import { siteCode } from '../../src/site/library/site-code.ts';
import { requireArticles } from '../articles/require-articles.ts';
import { runExamples } from '../articles/run-examples.ts';
import { Progress } from '../terminal/progress.ts';
import { counted, summaryOf } from '../terminal/summary.ts';
import { checkPages } from './check-pages.ts';
import { checkRootLinks } from './check-root-links.ts';
import { copyRuntime } from './copy-runtime.ts';
import { nativeModules } from './native-modules.ts';
import { replaceSite } from './replace-site.ts';
import { writeSearchIndexes } from './search-index.ts';
import { drawCards, siteCards, writeCards } from './write-cards.ts';
import { writeErrorIndexes } from './write-error-indexes.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeServiceWorker } from './write-service-worker.ts';
import { writeTwins } from './write-twins.ts';

// Whatever the machine says: bundlers read it, and what is built here is for readers.
process.env['NODE_ENV'] = 'production';

const settings = readSettings();
const dist = join(settings.root, 'dist');
/** The site while it is built: the one of the build before stays until this one is whole. */
const site = join(settings.root, '.mithal/site');
const folders = { site, earlier: dist };
const code = siteCode(settings.root);
const progress = new Progress();

await requireArticles(settings.contentFolder);
progress.start('Reading articles');
const told = (done: number, all: number): void => progress.update(`${done} of ${all}`);
const { articles, problems: textProblems } = await readArticles(
  settings.contentFolder,
  config,
  openParser(config),
  told,
);
progress.done(counted(articles.length, 'article'));

progress.start('Running examples');
const earlier = await readRecords(settings.recordFile);
const { records, problems: verdictProblems, interpreters, earlier: earlierCount } = await runExamples(articles, told);
await writeRecords(settings.recordFile, records);
progress.done(counted(records.length, 'example'));

// Both are done by processes of their own; before Astro is loaded, there is memory for them.
const published = articles.filter(({ header }) => !header.draft);
progress.start('Drawing pictures');
const cards = await siteCards(published, records);
await drawCards(settings.root, cards, told);
progress.done(counted(cards.length, 'picture'));

progress.start('Indexing for search');
const indexes = { site: join(settings.root, '.mithal/search'), earlier: join(dist, searchFolder) };
const indexed = await writeSearchIndexes(indexes, published, code, told);
progress.done(counted(indexed, 'article'));

progress.start('Building pages');
await rm(site, { recursive: true, force: true });
hearPageProgress((detail) => progress.update(detail));
handOver({ articles, problems: textProblems, records });
await build({ root: settings.root, outDir: site, logLevel: 'error', vite: { plugins: [nativeModules()] } });
// Of code that was changed meanwhile, nobody knows which pages are whose.
if (!code.holds()) await rm(join(settings.root, '.mithal/astro/incremental-build.json'), { force: true });
await copyRuntime(folders);
await writeServiceWorker(site);
writeTwins(folders, published, settings.contentFolder);
await writeCards(settings.root, folders, cards);
const redirectProblems = await writeRedirects(site, published);
const pages = checkPages(site, published);
await writeErrorIndexes(site, published, records);
await rename(indexes.site, join(site, searchFolder));
const rootProblems = checkRootLinks(site, articles);
await replaceSite(site, dist);
progress.done(counted(pages.count, 'page'));

const problems = sortProblems([...textProblems, ...verdictProblems, ...redirectProblems, ...rootProblems]);
const sources = new Map(articles.map(({ path, source }) => [path, source]));
for (const problem of problems) {
  const file = relative(process.cwd(), join(settings.contentFolder, problem.path));
  console.error(showProblem(problem, file, sources.get(problem.path)));
}
const upgrade = upgradeReport(upgradeChanges(earlier, records));
if (upgrade) console.log(`\n${upgrade}`);
const summary = summaryOf({
  articles,
  records,
  problems,
  interpreters,
  earlier: earlierCount,
  pages,
  milliseconds: progress.elapsed(),
});
console.log(`\n${summary}\n`);
console.log(`  site       ${relative(process.cwd(), dist) || '.'}   (look at it: npm run preview)`);
console.log(`  record     ${relative(process.cwd(), settings.recordFile)}`);
const left = records.filter(({ verdict }) => verdict === 'failed' || verdict === 'unavailable').length;
if (left > 0) {
  const folder = relative(process.cwd(), settings.contentFolder) || '.';
  console.log(
    `  next       npm run adopt -- ${folder}   (proposes words that are true of ${counted(left, 'example')})`,
  );
}
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
