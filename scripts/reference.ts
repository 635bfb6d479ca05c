/**
 * `npm run reference [-- FILE…]`: runs the examples also in this machine's own CPython and in Node itself, and reports
 * every difference. `MITHAL_PYTHON` names another CPython than `python3`.
 */
import { relative, resolve } from 'node:path';
import { config } from '../src/config.ts';
import { readArticles } from '../src/content/read-articles.ts';
import { readSettings } from '../src/content/settings.ts';
import { closeRunners, openRunners } from '../src/runners/open-runners.ts';
import {
  type ComparedExample,
  compareWithReference,
  shareOfUnavailable,
} from '../src/runners/reference/compare-with-reference.ts';
import { findIsolation } from '../src/runners/reference/isolation.ts';
import { createNodeReference } from '../src/runners/reference/node-reference.ts';
import { createPythonReference, findPython } from '../src/runners/reference/python-reference.ts';
import { Progress } from './progress.ts';
import { counted } from './summary.ts';

/** Of what the reference runs, so much may be unavailable here. */
const mostUnavailable = 0.1;

const settings = readSettings();
const { articles } = await readArticles(settings.contentFolder, config);
const wanted = process.argv.slice(2).map((file) => resolve(process.env['INIT_CWD'] ?? '.', file));
const chosen = articles.filter(
  ({ path }) => wanted.length === 0 || wanted.some((file) => isIn(resolve(settings.contentFolder, path), file)),
);
const runners = openRunners();
const python = findPython(process.env['MITHAL_PYTHON']);
const isOther =
  python !== undefined && minor(python.version) !== minor(/[\d.]+/.exec(runners.pyodide.interpreter)?.[0] ?? '');

console.log(
  'The examples now really run on this machine. Do this only with articles whose code you would run yourself.',
);
console.log(`  isolation  ${findIsolation().description}`);
console.log(
  `  python     ${python ? `${runners.pyodide.interpreter}, against CPython ${python.version}` : 'not compared: there is no CPython; MITHAL_PYTHON can name one'}`,
);
if (isOther)
  console.log('             another version: what differs may be the versions’ own doing, and fails nothing');
console.log(`  node       ${runners.node.interpreter}, against itself without the closed world`);

const progress = new Progress();
progress.start('Comparing');
let compared: readonly ComparedExample[];
try {
  compared = await compareWithReference(chosen, {
    here: runners,
    reference: { node: await createNodeReference(), ...(python && { pyodide: await createPythonReference(python) }) },
    onProgress: (done, all) => progress.update(`${done} of ${all}`),
  });
} finally {
  await closeRunners(runners);
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

function isIn(path: string, fileOrFolder: string): boolean {
  return path === fileOrFolder || path.startsWith(`${fileOrFolder}/`);
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function indented(text: string): string {
  return text.replace(/\n$/, '').replaceAll(/^/gm, '    ');
}
