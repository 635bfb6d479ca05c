import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleAddress } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
import { readSections } from '../article/sections.ts';
import { cacheFolder, sha256 } from '../cache/cache.ts';
import { type Fingerprint, takeFingerprint } from '../cache/fingerprint.ts';
import { openTextStore, type TextStore } from '../cache/text-store.ts';
import type { Config } from '../config.ts';

/** Does what `parseArticle` does with a path from the content folder and the text of that file. */
export type Parser = (path: string, source: string) => Article;

type Site = Pick<Config, 'languages' | 'defaultLanguage'>;

/** A parser that gives what this very code made of this very text in an earlier run, out of the user's cache. */
export function openParser(site: Site): Parser {
  // What Unicode calls a letter is Node's affair; what is kept of an article is decided by this file.
  const facts = [process.version, readFileSync(import.meta.filename, 'utf8')];
  const fingerprint = takeFingerprint(join(import.meta.dirname, '../article'), facts);
  const store = openTextStore(join(cacheFolder(), 'articles', fingerprint.value));
  return createCachingParser(site, fingerprint, store);
}

export function createCachingParser(
  site: Site,
  fingerprint: Fingerprint,
  store: Pick<TextStore, 'get' | 'put'>,
): Parser {
  const read = (path: string, source: string): Article => {
    const key = sha256(JSON.stringify([fingerprint.value, path, source]));
    const cached = store.get(key);
    if (cached !== undefined) return complete(path, source, site, JSON.parse(cached) as Kept);
    const article = parseArticle(path, source, site);
    if (fingerprint.holds()) store.put(key, JSON.stringify(keptOf(article)));
    return article;
  };
  // Whoever reads again at every change has most articles already.
  const last = new Map<string, Article>();
  return (path, source) => {
    const known = last.get(path);
    const article = known?.source === source ? known : read(path, source);
    last.set(path, article);
    return article;
  };
}

/** All that does not follow at once from path, source and site, or from the rest. */
type Kept = Omit<Article, 'path' | 'source' | 'address' | 'sections'>;

function complete(path: string, source: string, site: Site, kept: Kept): Article {
  return { path, source, address: articleAddress(path, site), ...kept, sections: readSections(kept.tree) };
}

function keptOf({ header, title, tree, examples, files, problems }: Article): Kept {
  return { header, title, tree, examples, files, problems };
}
