import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { config } from '../../src/config.ts';
import { openParser, type Parser } from '../../src/content/caching-parser.ts';
import { decodeUtf8 } from '../../src/content/decode-utf8.ts';
import { pathInside } from '../../src/content/path-inside.ts';
import { readSettings } from '../../src/content/settings.ts';
import { articleMetadata, type Metadata } from '../../src/metadata/metadata.ts';
import { plainTextArticle } from '../../src/metadata/plain-text-article.ts';
import { type Derive, openDerive } from '../../src/site/library/derive.ts';
import { siteCode } from '../../src/site/library/site-code.ts';
import { fileFailure } from '../articles/file-failure.ts';
import { notUtf8 } from '../articles/not-utf8.ts';
import { fail } from '../terminal/fail.ts';
import { Progress } from '../terminal/progress.ts';

export interface Places {
  /** Whether files that are no Markdown are read, as plain text. */
  readonly plain: boolean;
  /** Folder that the names of files are meant from. */
  readonly from: string;
  readonly contentFolder: string;
}

/** What articles are read with: whatever an earlier command, or a build, made of the same text is not made again. */
export interface Tools {
  readonly parse: Parser;
  readonly derive: Derive;
  /** Absent where a few files are read and nothing else. */
  readonly progress: Progress | undefined;
}

export function openTools(
  files: readonly string[],
  { from, contentFolder }: Pick<Places, 'from' | 'contentFolder'>,
): Tools {
  // What lies in the site is compared with all of it.
  const isOfSite = files.some((file) => pathInside(contentFolder, resolve(from, file)) !== undefined);
  return {
    parse: openParser(config),
    derive: openDerive(siteCode(readSettings().root)),
    progress: isOfSite ? new Progress() : undefined,
  };
}

export interface ReadFile {
  /** As given on the command line. */
  readonly file: string;
  /** Its path in the content folder if it lies there. */
  readonly inside?: string;
  readonly article: Article;
  readonly metadata: Metadata;
}

/** The articles in files, each once, in their order; says on standard error why one could not be read. */
export async function readFiles(
  files: readonly string[],
  places: Places,
  tools: Tools,
): Promise<{ readonly read: readonly ReadFile[]; readonly unread: number }> {
  const byPath = new Map(files.map((file) => [resolve(places.from, file), file]));
  const all: (ReadFile | undefined)[] = [];
  for (const file of byPath.values()) {
    tools.progress?.update(`${all.length} of ${byPath.size}`);
    all.push(await readArticle(file, places, tools));
  }
  const read = all.filter((one) => one !== undefined);
  return { read, unread: all.length - read.length };
}

/**
 * The article in a file; without one, says on standard error why. Only what is named `.md` or `.markdown` is
 * Markdown.
 */
async function readArticle(
  file: string,
  { from, contentFolder, plain }: Places,
  { parse, derive }: Tools,
): Promise<ReadFile | undefined> {
  const full = resolve(from, file);
  try {
    const bytes = await readFile(full);
    if (!plain && !isMarkdown(file)) return fail(`${file}: Only Markdown (.md) has a header. Rename the file.`);
    const decoded = decodeUtf8(bytes);
    if (decoded.kind === 'invalid') return fail(notUtf8(file, decoded));
    if (decoded.text.includes('\0')) return fail(`${file}:1:1 This is no text: it has zero bytes.`);
    const inside = pathInside(contentFolder, full);
    const path = inside ?? basename(full);
    const read = { file, ...(inside !== undefined && { inside }) };
    if (!isMarkdown(file)) {
      const article = plainTextArticle(parseArticle(path, '', config), decoded.text);
      return { ...read, article, metadata: articleMetadata(article) };
    }
    const article = parse(path, decoded.text);
    const tooDeep = article.problems.find(({ rule }) => rule === 'nested-too-deeply');
    if (tooDeep) return fail(formatProblem({ ...tooDeep, path: file }));
    return { ...read, article, metadata: await derive(article, () => article) };
  } catch (error) {
    return fail(fileFailure(file, error));
  }
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}
