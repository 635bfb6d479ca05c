import { readFile } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { config } from '../../src/config.ts';
import { decodeUtf8 } from '../../src/content/decode-utf8.ts';
import { plainTextArticle } from '../../src/metadata/plain-text-article.ts';

export interface Places {
  /** Folder that the names of files are meant from. */
  readonly from: string;
  readonly contentFolder: string;
}

export interface ReadFile {
  /** As given on the command line. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly article: Article;
}

/** The article in a file; without one, says on standard error why. Only what is named `.md` or `.markdown` is Markdown. */
export async function readArticle(file: string, { from, contentFolder }: Places): Promise<ReadFile | undefined> {
  const full = resolve(from, file);
  try {
    const bytes = await readFile(full);
    const decoded = decodeUtf8(bytes);
    if (decoded.kind === 'invalid') {
      const { line, column, byte } = decoded;
      return complain(`${file}:${line}:${column} The byte ${byte} is not UTF-8 text. Save the file as UTF-8.`);
    }
    if (decoded.text.includes('\0')) return complain(`${file}:1:1 This is no text: it has zero bytes.`);
    const path = contentPath(full, contentFolder);
    if (isMarkdown(file)) return { file, bytes, article: parseArticle(path, decoded.text, config) };
    return { file, bytes, article: plainTextArticle(parseArticle(path, '', config), decoded.text) };
  } catch (error) {
    return complain(`${file}: ${reasonOf(error)}`);
  }
}

export function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** Where the article lies in the content folder, which decides its language; from elsewhere, only the file's name. */
function contentPath(path: string, contentFolder: string): string {
  const inside = relative(contentFolder, path);
  return inside.startsWith('..') ? basename(path) : inside.split(sep).join('/');
}

export function complain(message: string): undefined {
  console.error(`error: ${message}`);
}

export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'Lists or quotes are nested too deeply to be read. Nest them less deeply.';
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'There is no such file.';
  if ('code' in error && error.code === 'EISDIR') return 'This is a folder; name the files in it.';
  return error.message;
}
