/**
 * `npm run metadata -- [--json | --check | --write] [FILE…]`: prints what is derived of articles, as text or as one JSON
 * array; checks the headers of articles; or writes what is derived into them. Without files, `--check` and `--write` take
 * every article of the content folder.
 */
import { join, relative } from 'node:path';
import { config } from '../src/config.ts';
import { readArticles } from '../src/content/read-articles.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { requireArticles } from './articles/require-articles.ts';
import { checkHeaders } from './metadata/check.ts';
import { printDerived } from './metadata/print.ts';
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
  const sound = values.check ? await checkHeaders(files, places) : await writeHeaders(files, places);
  if (!sound) process.exitCode = 1;
} else if (positionals.length === 0) fail(`Which articles?\n${usage}`);
else if (!(await printDerived(positionals, { from, contentFolder, plain: true }, values.json))) process.exitCode = 1;

/** As the user would write their names; those that cannot be read too, to be named when they are. */
async function allArticles(): Promise<readonly string[]> {
  await requireArticles(contentFolder);
  const { articles, problems } = await readArticles(contentFolder, config);
  const unread = problems.filter(({ rule }) => rule === 'unreadable' || rule === 'not-utf8');
  return [...articles, ...unread].map(({ path }) => relative(from, join(contentFolder, path)));
}
