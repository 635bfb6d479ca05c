/** `npm run adopt -- FOLDER|FILE… [--write]`: proposes the words and outputs that articles nobody has checked lack. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { type AdoptedArticle, adoptArticle } from '../src/adopt/adopt-article.ts';
import { personCauses } from '../src/adopt/person-causes.ts';
import type { Article } from '../src/article/article.ts';
import { inertText } from '../src/article/inert-text.ts';
import { parseArticle } from '../src/article/parse-article.ts';
import { formatProblem, type Problem } from '../src/article/problem.ts';
import { config } from '../src/config.ts';
import { decodeUtf8 } from '../src/content/decode-utf8.ts';
import { listArticles } from '../src/content/read-articles.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { slashPath } from '../src/content/slash-path.ts';
import { closeRunners, openRunners } from '../src/runners/open-runners.ts';
import { fileFailure } from './articles/file-failure.ts';
import { notUtf8 } from './articles/not-utf8.ts';
import { replaceFile } from './articles/replace-file.ts';
import { fail } from './terminal/fail.ts';
import { Progress } from './terminal/progress.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

const usage = 'npm run adopt -- FOLDER|FILE… [--write]';

/** An article as it lies on the disk, and as it is proposed. */
interface Adopted extends AdoptedArticle {
  /** As the user would write it. */
  readonly file: string;
  readonly before: Article;
}

const { values, positionals } = readArguments({ write: { type: 'boolean', default: false } }, usage);
const from = callerFolder();
const { contentFolder } = readSettings();
const problems: Problem[] = [];
const files = await findFiles(positionals);

if (files.length === 0) {
  fail(positionals.length === 0 ? `Which articles? ${usage}` : 'There is no article (*.md) to adopt.');
} else {
  const runners = openRunners();
  const progress = new Progress();
  try {
    progress.start('Running examples');
    let done = 0;
    const adopted = await Promise.all(
      files.map(async (file) => {
        const result = await adopt(file).catch((error: unknown) => fail(inertText(fileFailure(file, error))));
        done++;
        progress.update(`${done} of ${counted(files.length, 'article')}`);
        return result;
      }),
    );
    progress.done(counted(files.length, 'article'));
    tell(adopted.filter((result) => result !== undefined));
  } finally {
    await closeRunners(runners);
  }

  async function adopt(file: string): Promise<Adopted | undefined> {
    const path = resolve(from, file);
    const bytes = await readFile(path);
    const decoded = decodeUtf8(bytes);
    if (decoded.kind === 'invalid') return fail(notUtf8(file, decoded));
    const parse = (source: string): Article => parseArticle(contentPath(path), source, config);
    const before = parse(decoded.text);
    const adopted = await adoptArticle(before, runners, parse);
    if (values.write && adopted.source !== before.source) await replaceFile(path, bytes, adopted.source);
    return { file, before, ...adopted };
  }
}

function tell(adopted: readonly Adopted[]): void {
  const changed = adopted.filter(({ source, before }) => source !== before.source);
  const root = patchFolder(changed.map(({ file }) => resolve(from, file)));
  if (!values.write) {
    for (const { file, source, before } of changed) process.stdout.write(patchOf(root, file, before.source, source));
  }
  tellPerson(adopted);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const right = sum(adopted.map((article) => article.right));
  const left = sum(adopted.map(({ forPerson }) => forPerson.length));
  console.error(
    `${counted(right + left, 'example')}: ${right} right${values.write ? '' : ' with this change'}, ${left} for a person`,
  );
  const names = [...new Set(adopted.flatMap(({ proposed }) => Object.keys(proposed)))].toSorted();
  const words = names.map((name) => `${name} ${sum(adopted.map(({ proposed }) => proposed[name] ?? 0))}`).join(', ');
  const place = relative(from, root);
  const how = place === '' ? '' : ` (git -C ${place} apply < PATCH)`;
  const done = values.write ? 'changed' : `to change, with --write or by applying the difference${how}`;
  console.error(
    changed.length === 0 ? 'Nothing to propose.' : `${counted(changed.length, 'article')} ${done}: ${words}`,
  );
}

/** By cause, each with its place in the file as it lies there now. */
function tellPerson(adopted: readonly Adopted[]): void {
  const all = adopted.flatMap(({ file, before, forPerson }) =>
    forPerson.map(({ example, cause, detail }) => {
      const shown = values.write ? example : (before.examples[example.index] ?? example);
      return { file, cause, line: shown.position.line, detail };
    }),
  );
  for (const [cause, text] of Object.entries(personCauses)) {
    const entries = all.filter((entry) => entry.cause === cause);
    if (entries.length === 0) continue;
    console.error(`\n${text} (${entries.length}):`);
    for (const { file, line, detail } of entries) console.error(`  ${file}:${line}:1 ${inertText(detail)}`);
  }
  if (all.length > 0) console.error('');
}

/** A patch as `git apply` and `patch -p1` take it, in that folder. */
function patchOf(root: string, file: string, before: string, after: string): string {
  const name = slashPath(relative(root, resolve(from, file)));
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}

/**
 * Where a patch of these files is applied: the folder of the caller, or else the repository or folder that
 * has them all.
 */
function patchFolder(paths: readonly string[]): string {
  const isIn = (folder: string): boolean => paths.every((path) => !relative(folder, path).startsWith('..'));
  if (isIn(from)) return from;
  let folder = dirname(paths[0] ?? from);
  while (!isIn(folder)) folder = dirname(folder);
  for (let above = folder; dirname(above) !== above; above = dirname(above)) {
    // Below the root of a repository, git leaves out what a patch names from elsewhere.
    if (existsSync(join(above, '.git'))) return above;
  }
  return folder;
}

/** Files as the user would write them; of a folder, every article in it. */
async function findFiles(names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) {
    const path = resolve(from, name);
    const kind = await stat(path).catch(() => undefined);
    if (!kind) fail(`There is no file or folder ${name}.`);
    else if (kind.isDirectory())
      found.push(...(await listArticles(path, problems)).map((inside) => join(path, inside)));
    else found.push(path);
  }
  for (const problem of problems.filter(({ severity }) => severity === 'error')) fail(formatProblem(problem));
  return [...new Set(found)].map((path) => relative(from, path));
}

/** Where the article lies in the content folder, which decides its language. */
function contentPath(path: string): string {
  return slashPath(relative(contentFolder, path));
}
