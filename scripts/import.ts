/** `npm run import -- FOLDER [--into content]`: takes over a wiki whose files or folders are named after languages. */
import { readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { formatProblem, type Problem } from '../src/article/problem.ts';
import { config } from '../src/config.ts';
import { englishName } from '../src/content/import-languages.ts';
import { type PlannedFile, planImport } from '../src/content/import-plan.ts';
import { importProblem } from '../src/content/import-problems.ts';
import { writeImport } from '../src/content/import-write.ts';
import { pathInside } from '../src/content/path-inside.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { slashPath } from '../src/content/slash-path.ts';
import type { WikiFile } from '../src/content/wiki-file.ts';
import { openWikiReader, type WikiReading } from '../src/content/wiki-reader.ts';
import { runExamples } from './articles/run-examples.ts';
import { fail, messageOf } from './terminal/fail.ts';
import { Progress } from './terminal/progress.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

const usage = 'npm run import -- FOLDER [--into content]';

/** Problems of one rule that are shown; all are in the list. */
const shownOfRule = 10;

const { values, positionals } = readArguments({ into: { type: 'string' } }, usage);
const from = callerFolder();
const into = values.into === undefined ? readSettings().contentFolder : resolve(from, values.into);
const [folder, ...more] = positionals;

if (folder === undefined || more.length > 0) {
  fail(`Which wiki? ${usage}`);
} else {
  try {
    await importWiki(folder);
  } catch (error) {
    fail(messageOf(error));
  }
}

async function importWiki(wiki: string): Promise<void> {
  const progress = new Progress();
  // Importing a site into itself would take its guide and settings for what could not be mapped.
  if (resolve(from, wiki) === into) throw new Error(`${wiki} is the folder that is imported into. Name the wiki.`);
  progress.start('Reading the wiki');
  const read = await readWiki(resolve(from, wiki));
  progress.done(counted(read.files.length, 'file'));
  progress.start('Mapping languages, addresses and links');
  const readArticle = openWikiReader();
  const plan = planImport(read.files, config.languages, readArticle);
  progress.done(counted(plan.files.filter(({ kind }) => kind === 'article').length, 'article'));
  progress.start('Writing');
  const result = await writeImport(into, plan.files);
  progress.done(`${result.written} written, ${result.same} as before, ${result.kept} changed by you and kept`);
  const problems = [...read.problems, ...plan.problems, ...result.problems];
  await tellProblems(problems.map((problem) => ({ ...problem, path: slashPath(join(wiki, problem.path)) })));
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  const sources = new Map(read.files.map(({ path, bytes }) => [path, bytes]));
  await tellExamples(
    plan.files.filter(({ kind }) => kind === 'article'),
    ({ source }) => readArticle(source, new TextDecoder('utf-8', { ignoreBOM: true }).decode(sources.get(source))),
    progress,
  );
  tell(plan.files, problems);
}

/** A few of each rule, which is as many as one reads; all of them in a file. */
async function tellProblems(problems: readonly Problem[]): Promise<void> {
  const text = (problem: Problem): string => `${problem.severity}: ${formatProblem(problem)}`;
  const list = join(into, '_import-problems.txt');
  for (const [rule, all] of Map.groupBy(problems, (problem) => problem.rule)) {
    for (const problem of all.slice(0, shownOfRule)) console.error(text(problem));
    if (all.length > shownOfRule)
      console.error(`  … ${all.length - shownOfRule} more [${rule}], all in ${relative(from, list)}`);
  }
  if (problems.length > 0) await writeFile(list, `${problems.map(text).join('\n')}\n`);
  else await rm(list, { force: true });
}

/** Every file, but for what programs keep in folders that begin with a dot. */
async function readWiki(root: string): Promise<{ files: readonly WikiFile[]; problems: readonly Problem[] }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause: Error) => {
    throw new Error(reasonOf(cause, root), { cause });
  });
  const files: WikiFile[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const path = slashPath(relative(root, join(entry.parentPath, entry.name)));
    if (entry.isDirectory() || path.split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
      continue;
    try {
      if (entry.isSymbolicLink() && (await leadsOut(join(root, path), root))) {
        problems.push(importProblem(path, 'import-outside', { line: 1, column: 1 }));
        continue;
      }
      files.push({ path, bytes: await readFile(join(root, path)) });
    } catch (error) {
      problems.push(importProblem(path, 'import-unreadable', { line: 1, column: 1 }, messageOf(error)));
    }
  }
  if (files.length === 0) throw new Error(`There is no file in ${root}.`);
  return { files, problems };
}

function reasonOf({ message, code }: NodeJS.ErrnoException, root: string): string {
  if (code === 'ENOENT') return `There is no folder ${root}.`;
  if (code === 'ENOTDIR') return `${root} is a file; name the folder of the wiki.`;
  return `The wiki cannot be read: ${message}`;
}

/** What lies elsewhere on the machine is not meant to be published. */
async function leadsOut(link: string, root: string): Promise<boolean> {
  return pathInside(await realpath(root), await realpath(link)) === undefined;
}

/** Runs the examples once, one language after another: translations mostly share their code, and memory is limited. */
async function tellExamples(
  files: readonly PlannedFile[],
  read: (file: PlannedFile) => WikiReading,
  progress: Progress,
): Promise<void> {
  const languages = Map.groupBy(files, ({ language }) => language ?? '');
  const kinds = new Map<string, number>();
  progress.start('Running the examples');
  for (const [at, [language, articles]] of [...languages].entries()) {
    const place = `${language} (${at + 1} of ${counted(languages.size, 'language')})`;
    const readings = articles.map((file) => ({ path: file.target, ...read(file) }));
    const { records } = await runExamples(readings, (done, all) => progress.update(`${place}, ${done} of ${all}`));
    for (const { verdict, kind } of records) {
      const told = verdict === 'passed' || verdict === 'skipped' ? verdict : `${verdict} (${kind})`;
      kinds.set(told, (kinds.get(told) ?? 0) + 1);
    }
  }
  const all = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  progress.done(`${kinds.get('passed') ?? 0} of ${counted(all, 'example')} run as they stand`);
  for (const [kind, count] of [...kinds].toSorted(([, a], [, b]) => b - a)) console.log(`  ${count} ${kind}`);
}

function tell(files: readonly PlannedFile[], problems: readonly Problem[]): void {
  const articles = files.filter(({ kind }) => kind === 'article');
  const languages = Map.groupBy(articles, ({ language }) => language ?? '');
  const others = [...languages.keys()].filter((language) => !config.languages.includes(language));
  const count = (kind: PlannedFile['kind']): number => files.filter((file) => file.kind === kind).length;
  const below = pathInside(from, into);
  const folder = below === undefined ? into : below || '.';
  console.log(
    `${counted(articles.length, 'article')} in ${counted(languages.size, 'language')}, ${counted(count('picture'), 'picture')}, ${count('unmapped')} not mapped (${folder}/_unmapped), ${counted(problems.length, 'problem')}`,
  );
  if (others.length > 0) {
    console.log(`The site does not have these languages yet; their articles wait in ${folder}/_LANGUAGE:`);
    for (const language of others) {
      console.log(
        `  ${language} ${englishName(language)}: ${counted(languages.get(language)?.length ?? 0, 'article')}`,
      );
    }
    console.log(
      'To show one, add its tag to "languages" in src/config.ts, its title and tagline beside, and import again.',
    );
  }
  console.log(`Next: npm run adopt -- ${folder}`);
}
