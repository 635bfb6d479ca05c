import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { Article } from '../../src/article/article.ts';
import { languagesFile, searchFolder } from '../../src/browser/search-files.ts';
import type { Fingerprint } from '../../src/cache/fingerprint.ts';
import { type SearchRecord, searchRecord } from '../../src/metadata/search/search-record.ts';
import { searchKeys } from '../../src/metadata/search/search-words.ts';
import { pageHref } from '../../src/site/site-address.ts';
import { keptByCode } from './kept-by-code.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/** The files of an index. */
export interface BuiltIndex {
  /** Number of indexed articles. */
  readonly count: number;
  /** Paths from the folder that the index lies in. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/**
 * The search index of these articles, from the user's cache where it was made of the same ones before: a folder for each
 * language with the index of the keys that `search-words.ts` makes, and with the text of each article, which the results
 * show; and the list of these languages.
 *
 * @param code that makes the site
 */
export async function searchIndex(articles: readonly Article[], code: Fingerprint): Promise<BuiltIndex> {
  const inputs = [readFileSync(import.meta.filename, 'utf8'), articles.map(({ path, source }) => [path, source])];
  const bytes = await keptByCode({ folder: 'search', extension: 'bin', code, inputs }, async () =>
    serialize(await makeIndex(articles)),
  );
  return deserialize(bytes);
}

async function makeIndex(articles: readonly Article[]): Promise<BuiltIndex> {
  // One file of text for each article, so that a result can name its own.
  const { index, errors } = await createIndex({ maxFragments: 1_000_000_000 });
  if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
  try {
    const records = new Map<string, SearchRecord>();
    for (const article of articles) {
      const { language, section, slug } = article.address;
      const url = pageHref(language, [...section, slug]);
      if (records.has(url)) continue;
      const record = searchRecord(article);
      records.set(url, record);
      const added = await index.addHTMLFile({ url, content: indexedHtml(record, language) });
      if (added.errors.length > 0) throw new Error(`${article.path} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`the search index cannot be written: ${failures.join('; ')}`);
    const languages = indexedLanguages(files);
    const names = Object.keys(languages);
    const served = names.flatMap((language) =>
      files
        .flatMap((file) => servedFile(file, language, languages, records))
        .map(({ path, content }) => ({ path: join(language, path), content })),
    );
    const list = { path: languagesFile, content: Buffer.from(JSON.stringify(names)) };
    return { count: records.size, files: [...served, list] };
  } finally {
    await close();
  }
}

/** Writes an index into its folder of the site. */
export function writeSearchIndex(folders: SiteFolders, { files }: BuiltIndex): void {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(folders.site, searchFolder, folder), { recursive: true });
  }
  for (const { path, content } of files) writeSiteFile(folders, join(searchFolder, path), content);
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
  readonly hash: string;
  /** The language of its reader of the index; none: that of any language. */
  readonly wasm: string | null;
}

/** The entries by language, in lower case as a page asks for them. */
function indexedLanguages(files: readonly IndexFile[]): Readonly<Record<string, Entry>> {
  const entries = files.find(({ path }) => path === entryFile)?.content.toString() ?? '{}';
  const { languages = {} } = JSON.parse(entries) as { languages?: Record<string, Entry> };
  return Object.fromEntries(Object.entries(languages).map(([tag, entry]) => [tag.replace(/^x-/, ''), entry]));
}

const entryFile = 'pagefind-entry.json';

/** What a Pagefind file is in the folder of a language. In place of its text, which are keys, stands the article's own. */
function servedFile(
  { path, content }: IndexFile,
  language: string,
  languages: Readonly<Record<string, Entry>>,
  records: ReadonlyMap<string, SearchRecord>,
): readonly Pick<IndexFile, 'path' | 'content'>[] {
  if (/^pagefind-(?!entry|worker)|highlight/.test(path)) return [];
  const { hash, wasm } = languages[language] as Entry;
  if (path === entryFile) {
    const entry = { ...JSON.parse(content.toString()), languages: { [language]: languages[language] } };
    return [{ path, content: Buffer.from(JSON.stringify(entry)) }];
  }
  // Names of files begin with the tag that the index was made for: `index/x-ar_55b2aeb.pf_index`.
  const [, owner] = /^(?:index\/|fragment\/|filter\/|pagefind\.)(.+)_[\da-f]+\.pf_/.exec(path) ?? [];
  if (owner !== undefined && !hash.startsWith(`${owner}_`)) return [];
  if (path.startsWith('wasm.') && path !== `wasm.${wasm ?? 'unknown'}.pagefind`) return [];
  const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
  if (id === undefined) return [{ path, content }];
  const { url } = JSON.parse(gunzipSync(content).subarray(fragmentSignature.length).toString()) as { url: string };
  return [{ path: `text/${id}.json`, content: Buffer.from(JSON.stringify({ url, ...records.get(url) })) }];
}

const fragmentSignature = 'pagefind_dcd';
