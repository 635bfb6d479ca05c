/**
 * `npm run metadata -- [--json | --check | --write] [FILE…]`: prints what is derived of articles, as text or
 * as one JSON array; checks the headers of articles; or writes what is derived into them. Without files,
 * `--check` and `--write` take every article of the content folder.
 */
import { join, relative } from 'node:path';
import type { Problem } from '../src/article/problem.ts';
import { listArticles } from '../src/content/read-articles.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { requireArticles } from './articles/require-articles.ts';
import { checkHeaders } from './metadata/check.ts';
import { printDerived } from './metadata/print.ts';
import { openTools } from './metadata/read.ts';
import { writeHeaders } from './metadata/write.ts';
import { fail } from './terminal/fail.ts';
import { readArguments } from './terminal/read-arguments.ts';

const usage = 'npm run metadata -- [--json | --check | --write] [FILE…]';

const option = { type: 'boolean', default: false } as const;
const { values, positionals } = readArguments({ json: option, check: option, write: option }, usage);
const modes = Object.entries(values).flatMap(([mode, chosen]) => (chosen ? [mode] : []));
const { contentFolder } = readSettings();
// npm starts scripts in the project's root, wherever it was called.
const from = callerFolder();

if (modes.length > 1) fail(`--${modes.join(' and --')} cannot stand together.\n${usage}`);
else if (values.check || values.write) {
  const files = positionals.length > 0 ? positionals : await allArticles();
  const places = { from, contentFolder, plain: false };
  const tools = openTools(files, places);
  const sound = values.check ? await checkHeaders(files, places, tools) : await writeHeaders(files, places, tools);
  if (!sound) process.exitCode = 1;
} else if (positionals.length === 0) fail(`Which articles?\n${usage}`);
else {
  const places = { from, contentFolder, plain: true };
  if (!(await printDerived(positionals, places, openTools(positionals, places), values.json))) process.exitCode = 1;
}

/** As the user would write their names; those that cannot be read too, to be named when they are. */
async function allArticles(): Promise<readonly string[]> {
  await requireArticles(contentFolder);
  const problems: Problem[] = [];
  const paths = await listArticles(contentFolder, problems);
  const unread = problems.filter(({ rule }) => rule === 'unreadable').map(({ path }) => path);
  return [...paths, ...unread].map((path) => relative(from, join(contentFolder, path)));
}
