import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import type { Problem } from '../article/problem.ts';
import { cacheFolder, sha256 } from '../cache/cache.ts';
import { takeFingerprint } from '../cache/fingerprint.ts';
import { openTextStore } from '../cache/text-store.ts';
import { readLinks, type WrittenLink } from './import-links.ts';
import { sectionVotes } from './import-section.ts';

/** What an import asks of an article's text. */
export interface WikiReading extends Pick<Article, 'header' | 'examples' | 'files'> {
  readonly isUntitled: boolean;
  /** Where a comment begins that is never closed. */
  readonly unclosed?: Problem['position'];
  readonly votes: readonly (readonly [section: string, weight: number])[];
  readonly links: readonly WrittenLink[];
}

/** @param path from the wiki's folder, with forward slashes */
export type WikiReader = (path: string, text: string) => WikiReading;

export const readWikiArticle: WikiReader = (path, text) => {
  const article = parseArticle(path, text, { languages: [], defaultLanguage: 'en' });
  const { header, examples, files, problems } = article;
  const unclosed = problems.find(({ rule }) => rule === 'html-unclosed')?.position;
  return {
    header,
    examples,
    files,
    isUntitled: problems.some(({ rule }) => rule === 'title-missing'),
    ...(unclosed && { unclosed }),
    votes: [...sectionVotes(article)],
    links: readLinks(article),
  };
};

/** A reader that gives what this very code read in this very text in an earlier import, out of the user's cache. */
export function openWikiReader(): WikiReader {
  // The rules of an import lie beside this file.
  const own = ['wiki-reader', 'import-links', 'import-section'].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8'),
  );
  const fingerprint = takeFingerprint(join(import.meta.dirname, '../article'), [process.version, ...own]);
  const store = openTextStore(join(cacheFolder(), 'wikis', fingerprint.value));
  return (path, text) => {
    const key = sha256(JSON.stringify([fingerprint.value, path, text]));
    const known = store.get(key);
    if (known !== undefined) return JSON.parse(known);
    const reading = readWikiArticle(path, text);
    if (fingerprint.holds()) store.put(key, JSON.stringify(reading));
    return reading;
  };
}
