import { readFileSync, statSync } from 'node:fs';
import { opendir, readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Article } from '../article/article.ts';
import { checkArticles } from '../article/check-articles.ts';
import { parseArticle } from '../article/parse-article.ts';
import type { Problem } from '../article/problem.ts';
import { problemAt, sortProblems } from '../article/report.ts';
import type { Config } from '../config.ts';
import type { Parser } from './caching-parser.ts';
import { checkPictures } from './check-pictures.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { isInRepository, kindOfFile } from './kind-of-file.ts';
import { slashPath } from './slash-path.ts';

/**
 * All articles of a content folder, ordered by path, and everything that is wrong with their texts. A file
 * that cannot be read is a problem and no article.
 *
 * Every `*.md` file counts, except below folders named `node_modules` and where a file's or folder's name begins with a
 * dot or an underscore. A link to a file of the repository is read; one that leads out of it is a problem, and so is a
 * linked folder with articles in it.
 *
 * @param parse absent: every article is parsed anew
 * @param told how many files have been read, of how many
 * @throws if there is no such folder, or no article in it
 */
export async function readArticles(
  contentFolder: string,
  site: Pick<Config, 'languages' | 'defaultLanguage'> & Partial<Pick<Config, 'content'>>,
  parse: Parser = (path, source) => parseArticle(path, source, site),
  told: (done: number, all: number) => void = () => {},
): Promise<{ articles: Article[]; problems: Problem[] }> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const paths = await listArticles(contentFolder, problems, site.content);
  if (paths.length === 0 && problems.length === 0) throw new Error(`There is no article (*.md) in ${contentFolder}.`);
  for (const [index, path] of paths.entries()) {
    told(index, paths.length);
    const source = readSource(contentFolder, path, problems);
    if (source !== undefined) articles.push(parse(path, source));
  }
  const wrong = [
    ...problems,
    ...articles.flatMap((article) => article.problems),
    ...checkArticles(articles, (path) => kindOfFile(contentFolder, path, site.content) !== undefined),
    ...checkPictures(contentFolder, articles),
  ];
  return { articles, problems: [...sortProblems(wrong)] };
}

/** Paths from the content folder, ordered, with forward slashes; a folder that cannot be read becomes a problem. */
export async function listArticles(
  contentFolder: string,
  problems: Problem[],
  inRepository?: string,
): Promise<readonly string[]> {
  const isOwn = (path: string): Promise<boolean> => leadsIntoRepository(contentFolder, path, inRepository);
  return (await listBelow(contentFolder, problems, isOwn, '')).toSorted();
}

async function listBelow(
  contentFolder: string,
  problems: Problem[],
  isOwn: (link: string) => Promise<boolean>,
  folder: string,
): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readFolder(contentFolder, folder, problems)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (/^[._]/.test(entry.name) || entry.name === 'node_modules') continue;
    if (entry.isDirectory())
      for (const below of await listBelow(contentFolder, problems, isOwn, path)) paths.push(below);
    else if (isArticle(entry.name) && entry.isFile()) paths.push(path);
    else if (isArticle(entry.name) && entry.isSymbolicLink()) {
      if (await isOwn(path)) paths.push(path);
      else problems.push(problemAt(path, 'linked-file', start));
    } else if (entry.isSymbolicLink() && (await isFolderOfArticles(join(contentFolder, path))))
      problems.push(problemAt(path, 'linked-folder', start));
    else if (/\.(?:mdx|markdown|mdown|md\.txt)$/i.test(entry.name))
      problems.push(problemAt(path, 'file-extension', start));
  }
  return paths;
}

function isArticle(name: string): boolean {
  return /\.md$/i.test(name);
}

/** What a stranger's article links to on this machine would be shown, and published. A broken link is told of when it is read. */
async function leadsIntoRepository(contentFolder: string, link: string, inRepository?: string): Promise<boolean> {
  try {
    const target = relative(await realpath(contentFolder), await realpath(join(contentFolder, link)));
    return isInRepository(slashPath(target), inRepository);
  } catch {
    return true;
  }
}

async function isFolderOfArticles(path: string): Promise<boolean> {
  try {
    if (!statSync(path).isDirectory()) return false;
    // Up to the first article, without the links below: one of them may lead back here, or to all of the disk.
    for await (const entry of await opendir(path, { recursive: true })) if (isArticle(entry.name)) return true;
    return false;
  } catch {
    return false;
  }
}

async function readFolder(contentFolder: string, folder: string, problems: Problem[]) {
  try {
    return await readdir(join(contentFolder, folder), { withFileTypes: true });
  } catch (cause) {
    if (folder === '')
      throw new Error(`The content folder cannot be read: ${contentFolder} (${reasonOf(cause)}).`, { cause });
    problems.push(problemAt(folder, 'unreadable', start, reasonOf(cause)));
    return [];
  }
}

function readSource(contentFolder: string, path: string, problems: Problem[]): string | undefined {
  let bytes: Buffer;
  try {
    // Nothing else is to be done meanwhile, and handing each file to another thread takes longer than reading it.
    bytes = readFileSync(join(contentFolder, path));
  } catch (error) {
    problems.push(problemAt(path, 'unreadable', start, reasonOf(error)));
    return undefined;
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.kind === 'text') return decoded.text;
  problems.push(problemAt(path, 'not-utf8', decoded, decoded.found));
  return undefined;
}

const start = { line: 1, column: 1 };

/** Without the path, which the problem names itself: `EACCES: permission denied`. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, [a-z]+(?: '.*')?$/s, '') : String(error);
}
