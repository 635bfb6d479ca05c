import { mkdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { Article } from '../../src/article/article.ts';
import { indexesFile, partFolder } from '../../src/browser/search-files.ts';
import { sha256 } from '../../src/cache/cache.ts';
import type { Fingerprint } from '../../src/cache/fingerprint.ts';
import { type SearchRecord, searchRecord } from '../../src/metadata/search/search-record.ts';
import { searchKeys } from '../../src/metadata/search/search-words.ts';
import { openCodeCache } from '../../src/site/library/code-cache.ts';
import { keptByCode } from './kept-by-code.ts';
import { type SearchPart, searchParts } from './search-parts.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/** An index of a language's articles, or of part of them. */
interface BuiltIndex {
  /** The language as pages ask for it. */
  readonly language: string;
  /** Paths from the folder of the index. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/**
 * Writes the search indexes of these articles, each from the user's cache where it was made of the same ones
 * before: for each language, and for each part of one with very many articles, a folder with the index of the
 * keys that `search-words.ts` makes, and with the text of each article, which the results show; and the list of
 * these folders. One after the other: Pagefind takes 280 kB of memory for an article.
 *
 * @param folders of the indexes; the one they are written into is made anew
 * @param code that makes the site
 * @param told how many articles have been indexed, of how many
 * @param most articles of one index, about
 * @returns the number of indexed articles
 */
export async function writeSearchIndexes(
  folders: SiteFolders,
  articles: readonly Article[],
  code: Fingerprint,
  told: (done: number, all: number) => void,
  most = 1500,
): Promise<number> {
  await rm(folders.site, { recursive: true, force: true });
  mkdirSync(folders.site, { recursive: true });
  const own = readFileSync(import.meta.filename, 'utf8');
  const cached = openCodeCache('search-texts', code);
  // Where one article of a part has changed, the words of the others need not be looked at again.
  const textsOf = (article: Article, language: string): Promise<SearchTexts> =>
    cached([own, language, article.path, article.source], () => {
      const record = searchRecord(article);
      return { record, html: indexedHtml(record, language) };
    });
  const indexes: string[] = [];
  let count = 0;
  for (const [language, group] of Map.groupBy(articles, ({ address }) => address.language)) {
    for (const [number, part] of searchParts(group, most).entries()) {
      told(count, articles.length);
      const inputs = [own, language, Array.from(part, ([url, { source }]) => [url, sha256(source)])];
      const bytes = await keptByCode({ folder: 'search', extension: 'bin', code, inputs }, async () =>
        serialize(await makeIndex(part, (article) => textsOf(article, language))),
      );
      const index: BuiltIndex = deserialize(bytes);
      const folder = partFolder(index.language, number);
      writeIndex(folders, folder, index);
      indexes.push(folder);
      count += part.size;
    }
  }
  writeSiteFile(folders, indexesFile, JSON.stringify(indexes));
  return count;
}

/** What a search finds an article by, and what it shows of it. */
interface SearchTexts {
  readonly record: SearchRecord;
  /** The page that Pagefind is given. */
  readonly html: string;
}

/** @param textsOf gives those of an article of this part */
async function makeIndex(part: SearchPart, textsOf: (article: Article) => Promise<SearchTexts>): Promise<BuiltIndex> {
  // One file of text for each article, so that a result can name its own.
  const { index, errors } = await createIndex({ maxFragments: 1_000_000_000 });
  if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
  try {
    const records = new Map<string, SearchRecord>();
    for (const [url, article] of part) {
      const { record, html } = await textsOf(article);
      records.set(url, record);
      const added = await index.addHTMLFile({ url, content: html });
      if (added.errors.length > 0) throw new Error(`${article.path} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`the search index cannot be written: ${failures.join('; ')}`);
    const [tag, entry] = indexedLanguage(files);
    return { language: tag, files: files.flatMap((file) => servedFile(file, tag, entry, records)) };
  } finally {
    await close();
  }
}

function writeIndex(folders: SiteFolders, folder: string, { files }: BuiltIndex): void {
  for (const name of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(folders.site, folder, name), { recursive: true });
  }
  for (const { path, content } of files) writeSiteFile(folders, join(folder, path), content);
}

/** Pagefind's own way to weigh words is by the elements they stand in. */
function indexedHtml({ title, passages }: SearchRecord, language: string): string {
  const weights = { heading: 4, prose: 1, code: 0.4 };
  const blocks = passages.map(
    ({ kind, text }) => `<p data-pagefind-weight="${weights[kind]}">${searchKeys(text, language)}</p>`,
  );
  return [
    `<html lang="${indexLanguage(language)}"><body data-pagefind-body>`,
    `<h1 data-pagefind-weight="10">${searchKeys(title, language)}</h1>`,
    ...blocks,
    '</body></html>',
  ].join('\n');
}

/** A private tag keeps Pagefind from taking off endings, where `word-forms.ts` has done so. */
function indexLanguage(language: string): string {
  return /^(?:ar|fa|he|ur)\b/.test(language) ? `x-${language}` : language;
}

/** What Pagefind says of its index of a language. */
interface Entry {
  /** The language of its reader of the index; none: that of any language. */
  readonly wasm: string | null;
}

/** The entry of the one language of an index, and this in lower case, as a page asks for it. */
function indexedLanguage(files: readonly IndexFile[]): readonly [language: string, entry: Entry] {
  const entries = files.find(({ path }) => path === entryFile)?.content.toString() ?? '{}';
  const { languages = {} } = JSON.parse(entries) as { languages?: Record<string, Entry> };
  const [found, ...more] = Object.entries(languages);
  if (!found || more.length > 0) throw new Error(`the search index of one language has ${Object.keys(languages)}`);
  const [tag, entry] = found;
  return [tag.replace(/^x-/, ''), entry];
}

const entryFile = 'pagefind-entry.json';

/**
 * What a Pagefind file is in the folder of a language. In place of its text, which are keys, stands the
 * article's own.
 */
function servedFile(
  { path, content }: IndexFile,
  language: string,
  own: Entry,
  records: ReadonlyMap<string, SearchRecord>,
): readonly Pick<IndexFile, 'path' | 'content'>[] {
  if (/^pagefind-(?!entry|worker)|highlight/.test(path)) return [];
  if (path === entryFile) {
    const entry = { ...JSON.parse(content.toString()), languages: { [language]: own } };
    return [{ path, content: Buffer.from(JSON.stringify(entry)) }];
  }
  if (path.startsWith('wasm.') && path !== `wasm.${own.wasm ?? 'unknown'}.pagefind`) return [];
  const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
  if (id === undefined) return [{ path, content }];
  const { url } = JSON.parse(gunzipSync(content).subarray(fragmentSignature.length).toString()) as { url: string };
  return [{ path: `text/${id}.json`, content: Buffer.from(JSON.stringify({ url, ...records.get(url) })) }];
}

const fragmentSignature = 'pagefind_dcd';
