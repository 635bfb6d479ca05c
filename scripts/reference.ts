/**
 * `npm run reference [-- FILE…]`: runs the examples also in this machine's own CPython and in Node itself, and reports
 * every difference. `MITHAL_PYTHON` names another CPython than `python3`.
 */
import { relative, resolve, sep } from 'node:path';
import { config } from '../src/config.ts';
import { readArticles } from '../src/content/read-articles.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { closeRunners, openRunners } from '../src/runners/open-runners.ts';
import {
  type ComparedExample,
  compareWithReference,
  shareOfUnavailable,
} from '../src/runners/reference/compare-with-reference.ts';
import { findPython } from '../src/runners/reference/find-python.ts';
import { createNodeReference } from '../src/runners/reference/node-reference.ts';
import { createPythonReference } from '../src/runners/reference/python-reference.ts';
import { requireArticles } from './articles/require-articles.ts';
import { fail } from './terminal/fail.ts';
import { Progress } from './terminal/progress.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

/** Of what the reference runs, so much may be unavailable here. */
const mostUnavailable = 0.1;

const { positionals } = readArguments({}, 'npm run reference -- [FILE…]');
const settings = readSettings();
await requireArticles(settings.contentFolder);
const { articles } = await readArticles(settings.contentFolder, config);
const wanted = positionals.map((file) => resolve(callerFolder(), file));
const chosen = articles.filter(
  ({ path }) => wanted.length === 0 || wanted.some((file) => isIn(resolve(settings.contentFolder, path), file)),
);
const unknown = positionals.filter(
  (_, index) => !articles.some(({ path }) => isIn(resolve(settings.contentFolder, path), wanted[index] ?? '')),
);
for (const file of unknown) fail(`${file} is no article of ${settings.contentFolder}, nor a folder of some.`);
if (unknown.length > 0) process.exit();
const runners = openRunners();
const found = findPython(process.env['MITHAL_PYTHON']);
const node = await createNodeReference();
const python = found && (await createPythonReference(found));
const isOther =
  found !== undefined && minor(found.version) !== minor(/[\d.]+/.exec(runners.pyodide.interpreter)?.[0] ?? '');
tellWhatRuns();

const progress = new Progress();
progress.start('Comparing');
let compared: readonly ComparedExample[];
try {
  compared = await compareWithReference(chosen, {
    here: runners,
    reference: { node, ...(python && { pyodide: python }) },
    onProgress: (done, all) => progress.update(`${done} of ${all}`),
  });
} finally {
  await Promise.all([closeRunners(runners), node.close(), python?.close()]);
}
progress.done(counted(compared.length, 'example'));

for (const { article, example, comparison } of compared) {
  const place = `${relative(process.cwd(), resolve(settings.contentFolder, article.path))}:${example.position.line}`;
  if (comparison.kind === 'verdict' || comparison.kind === 'text') {
    const other = isOther && example.runner === 'pyodide' ? ' (other version)' : '';
    console.log(`\n${place}: another ${comparison.kind}${other}`);
    console.log(`  here:\n${indented(comparison.here)}\n  reference:\n${indented(comparison.reference)}`);
  } else if (comparison.kind === 'not-compared') {
    console.log(`\n${place}: not compared: ${comparison.reason}`);
  } else if (comparison.kind === 'unavailable') {
    console.log(
      `\n${place}: unavailable here (${comparison.reason})${comparison.passes ? '; the reference runs it' : ''}`,
    );
  }
}

const count = (kind: ComparedExample['comparison']['kind']): number =>
  compared.filter(({ comparison }) => comparison.kind === kind).length;
const differences = compared.filter(({ comparison: { kind } }) => kind === 'verdict' || kind === 'text');
const share = shareOfUnavailable(compared);
console.log(
  `\n  examples     ${count('same')} the same, ${counted(differences.length, 'difference')}, ${count('not-compared')} not compared`,
);
console.log(
  `  unavailable  ${count('unavailable')}; ${(share * 100).toFixed(1)} % of what the reference runs (at most ${mostUnavailable * 100} %)`,
);
const counts = differences.filter(({ example }) => !(isOther && example.runner === 'pyodide'));
if (counts.length > 0 || share > mostUnavailable) process.exitCode = 1;

function tellWhatRuns(): void {
  console.log('The examples now really run on this machine. Do this only with code that you would run yourself.');
  const { pyodide } = runners;
  if (python)
    console.log(
      `  ${pyodide.interpreter} is compared with ${python.interpreter}\n    kept apart by ${python.isolation}`,
    );
  else console.log('  Python is not compared: there is no python3, and MITHAL_PYTHON names no CPython');
  if (isOther) console.log('    That is another version: what differs may be its own doing, and fails nothing.');
  console.log(`  ${runners.node.interpreter} is compared with itself\n    kept apart by ${node.isolation}`);
}

function isIn(path: string, fileOrFolder: string): boolean {
  return path === fileOrFolder || path.startsWith(`${fileOrFolder}${sep}`);
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function indented(text: string): string {
  return text.replace(/\n$/, '').replaceAll(/^/gm, '    ');
}
