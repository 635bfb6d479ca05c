import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleAddress } from '../article/address.ts';
import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/parse-article.ts';
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
  const keyOf = (part: 'content' | 'tree', path: string, source: string): string =>
    sha256(JSON.stringify([fingerprint.value, part, path, source]));
  const put = (part: 'content' | 'tree', { path, source }: Article, kept: unknown): void => {
    if (fingerprint.holds()) store.put(keyOf(part, path, source), JSON.stringify(kept));
  };
  const readContent = (path: string, source: string): Content & Partial<Pick<Article, 'tree'>> => {
    const stored = store.get(keyOf('content', path, source));
    if (stored !== undefined) return JSON.parse(stored);
    const article = parseArticle(path, source, site);
    const { path: _, source: __, address: ___, tree, ...content } = article;
    put('content', article, content);
    put('tree', article, tree);
    return { ...content, tree };
  };
  const trees = recentTrees(({ path, source }) => {
    const stored = store.get(keyOf('tree', path, source));
    if (stored !== undefined) return JSON.parse(stored);
    const article = parseArticle(path, source, site);
    put('tree', article, article.tree);
    return article.tree;
  });
  // Whoever reads again at every change has most articles already.
  const last = new Map<string, Article>();
  return (path, source) => {
    const known = last.get(path);
    if (known?.source === source) return known;
    const { tree, ...content } = readContent(path, source);
    const article: Article = {
      path,
      source,
      address: articleAddress(path, site),
      ...content,
      get tree() {
        return trees.of(article);
      },
    };
    if (tree) trees.add(article, tree);
    last.set(path, article);
    return article;
  };
}

/** What does not follow at once from path, source and site, but for the tree: that is most of it, and is kept apart. */
type Content = Omit<Article, 'path' | 'source' | 'address' | 'tree'>;

/**
 * The trees of the articles that were last looked at, so that whoever is at work on one sees the same tree
 * every time. All of a site's would fill the memory; the others are read again when somebody asks.
 */
function recentTrees(read: (article: Article) => Article['tree']) {
  const recent = new Map<Article, Article['tree']>();
  const add = (article: Article, tree: Article['tree']): void => {
    recent.delete(article);
    recent.set(article, tree);
    const [oldest] = recent.keys();
    if (oldest && recent.size > recentCount) recent.delete(oldest);
  };
  return {
    add,
    of(article: Article): Article['tree'] {
      const tree = recent.get(article) ?? read(article);
      add(article, tree);
      return tree;
    },
  };
}

const recentCount = 64;
