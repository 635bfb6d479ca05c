import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { config } from '../../src/config.ts';
import { decodeUtf8 } from '../../src/content/decode-utf8.ts';
import { pathInside } from '../../src/content/path-inside.ts';
import { articleMetadata, type Metadata } from '../../src/metadata/metadata.ts';
import { plainTextArticle } from '../../src/metadata/plain-text-article.ts';
import { fileFailure } from '../articles/file-failure.ts';
import { notUtf8 } from '../articles/not-utf8.ts';
import { fail } from '../terminal/fail.ts';

export interface Places {
  /** Whether files that are no Markdown are read, as plain text. */
  readonly plain: boolean;
  /** Folder that the names of files are meant from. */
  readonly from: string;
  readonly contentFolder: string;
}

export interface ReadFile {
  /** As given on the command line. */
  readonly file: string;
  /** Its path in the content folder if it lies there. */
  readonly inside?: string;
  readonly bytes: Uint8Array;
  readonly article: Article;
  readonly metadata: Metadata;
}

/** The articles in files, each once, in their order; says on standard error why one could not be read. */
export async function readFiles(
  files: readonly string[],
  places: Places,
): Promise<{ readonly read: readonly ReadFile[]; readonly unread: number }> {
  const byPath = new Map(files.map((file) => [resolve(places.from, file), file]));
  const all: (ReadFile | undefined)[] = [];
  for (const file of byPath.values()) all.push(await readArticle(file, places));
  const read = all.filter((one) => one !== undefined);
  return { read, unread: all.length - read.length };
}

/** The article in a file; without one, says on standard error why. Only what is named `.md` or `.markdown` is Markdown. */
async function readArticle(file: string, { from, contentFolder, plain }: Places): Promise<ReadFile | undefined> {
  const full = resolve(from, file);
  try {
    const bytes = await readFile(full);
    if (!plain && !isMarkdown(file)) return fail(`${file}: Only Markdown (.md) has a header. Rename the file.`);
    const decoded = decodeUtf8(bytes);
    if (decoded.kind === 'invalid') return fail(notUtf8(file, decoded));
    if (decoded.text.includes('\0')) return fail(`${file}:1:1 This is no text: it has zero bytes.`);
    const inside = pathInside(contentFolder, full);
    const path = inside ?? basename(full);
    const read = { file, bytes, ...(inside !== undefined && { inside }) };
    const article = isMarkdown(file)
      ? parseArticle(path, decoded.text, config)
      : plainTextArticle(parseArticle(path, '', config), decoded.text);
    const tooDeep = article.problems.find(({ rule }) => rule === 'nested-too-deeply');
    if (tooDeep) return fail(formatProblem({ ...tooDeep, path: file }));
    return { ...read, article, metadata: articleMetadata(article) };
  } catch (error) {
    return fail(fileFailure(file, error));
  }
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}
