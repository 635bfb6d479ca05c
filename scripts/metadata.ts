/** `npm run metadata -- [--json] FILE…`: prints what is derived of each article; `--json` as one JSON array. */
import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../src/article/article.ts';
import { parseArticle } from '../src/article/parse-article.ts';
import { config } from '../src/config.ts';
import { decodeUtf8 } from '../src/content/decode-utf8.ts';
import { readSettings } from '../src/content/settings.ts';
import { rankedKeywords } from '../src/metadata/keywords.ts';
import { articleMetadata } from '../src/metadata/metadata.ts';
import { plainTextArticle } from '../src/metadata/plain-text-article.ts';

interface Derived {
  /** As given on the command line. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** What the page says. */
  readonly keywords: readonly string[];
  /** What the text alone gives, the author's own keywords not considered: at most 10, the most telling first. */
  readonly ranked: readonly string[];
  readonly headings: readonly string[];
}

const { values, positionals: files } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const { contentFolder } = readSettings();

if (files.length === 0) fail('Which articles? npm run metadata -- [--json] FILE…');
const all: Derived[] = [];
for (const file of files) {
  const derived = await derive(file);
  if (derived) all.push(derived);
}
console.log(values.json ? JSON.stringify(all, null, 2) : all.map(asText).join('\n\n'));

async function derive(file: string): Promise<Derived | undefined> {
  // npm starts scripts in the project's root, wherever it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const bytes = await readFile(path).catch((error: Error) => fail(`${file}: ${error.message}`));
  const decoded = bytes && decodeUtf8(bytes);
  if (decoded?.kind === 'invalid') fail(`${file}:${decoded.line}:${decoded.column} is not UTF-8`);
  if (decoded?.kind !== 'text') return undefined;
  const article = articleOf(path, decoded.text);
  const ranked = rankedKeywords(article, 10);
  return { file, ...articleMetadata(article), ranked, headings: article.sections.map(({ title }) => title) };
}

/** Only what is named `.md` or `.markdown` is Markdown. */
function articleOf(path: string, text: string): Article {
  if (/\.(?:md|markdown)$/i.test(path)) return parseArticle(contentPath(path), text, config);
  return plainTextArticle(parseArticle(`${config.defaultLanguage}/${basename(path)}`, '', config), text);
}

/** Where the article lies in the content folder, which decides its language; from elsewhere, only the file's name. */
function contentPath(path: string): string {
  const inside = relative(contentFolder, path);
  return inside.startsWith('..') ? basename(path) : inside.replaceAll('\\', '/');
}

function asText({ file, title, description, keywords }: Derived): string {
  return `${file}\n  ${title}\n  ${description}\n  ${keywords.join(' · ')}`;
}

function fail(message: string): undefined {
  console.error(message);
  process.exitCode = 1;
}
