import { closest, distance } from 'fastest-levenshtein';
import { addressPath } from './address.ts';
import type { Article } from './article.ts';
import { decodeUrl } from './decode-url.ts';
import { type SiteMap, siteMap } from './site-map.ts';

/** What a link of an article leads to. */
export type LinkTarget =
  /** Another site, or what this one has at its root beside the articles. The link stays as it is. */
  | { readonly kind: 'elsewhere' }
  /**
   * No article; `file` is its path from the content folder, which may lead out of it. Nobody has
   * looked whether it is there.
   */
  | { readonly kind: 'file'; readonly file: string }
  /** `fragment` is the anchor as the page has it. */
  | { readonly kind: 'article'; readonly article: Article; readonly fragment?: string }
  /** The page of a folder, or a language's home: `/ar/python/`. */
  | { readonly kind: 'folder'; readonly path: string }
  /** `file` where it may be a file or a folder that is no article. */
  | { readonly kind: 'no-article'; readonly file?: string }
  | { readonly kind: 'no-fragment'; readonly article: Article; readonly nearest?: string };

/**
 * Follows a link as an author may write it: the path of a file (`../python/key-error.md#id`, as GitHub
 * follows it; from `/`, the content folder), an address of the site (`/ar/python/key-error/`), or either
 * relative and without extension.
 *
 * @param url as written, percent-encoded or not
 * @param articles all of the site's, always the same list
 */
export function resolveLink(from: Article, url: string, articles: readonly Article[]): LinkTarget {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return { kind: 'elsewhere' };
  const [, encodedPath = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const path = decodeUrl(encodedPath);
  const target = path === '' ? from : find(from, path, siteMap(articles));
  if (target === 'elsewhere') return { kind: 'elsewhere' };
  if (target === 'file') return { kind: 'file', file: fileOf(from, path) };
  if (target === undefined) {
    const file = fileOf(from, path);
    const isFile = !path.startsWith('/') && (!isMarkdown(path) || file.startsWith('../'));
    return { kind: 'no-article', ...(isFile && { file }) };
  }
  return typeof target === 'string' ? { kind: 'folder', path: target } : withFragment(target, decodeUrl(fragment));
}

/** The article, the address of a folder, or undefined if the path should be one of them and is not. */
function find(from: Article, path: string, map: SiteMap): Article | string | undefined {
  const fromFile = join(from.path, path);
  if (isMarkdown(path)) return fromFile === undefined ? undefined : map.byPath.get(fromFile);
  if (!mayBeAddress(path, map)) return 'elsewhere';
  if (/\.[a-z\d]{1,8}$/i.test(path)) return path.startsWith('/') ? 'elsewhere' : 'file';
  const address = join(addressPath(from.address).slice(1), path);
  const key = address === undefined ? '' : `/${address}/`.replace('//', '/').toLowerCase();
  const byAddress = map.byAddress.get(key) ?? (map.folderAddresses.has(key) ? key : undefined);
  if (byAddress || fromFile === undefined) return byAddress;
  const folder = map.folders.get(fromFile);
  return map.byPath.get(`${fromFile}.md`) ?? (folder === undefined ? undefined : (map.byAddress.get(folder) ?? folder));
}

/** The path of a file beside an article, from the content folder. */
function fileOf({ path }: Article, relative: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function isMarkdown(path: string): boolean {
  return /\.md$/i.test(path);
}

/** From the root, only what begins with a language can be an article; `/files/` is the site's own affair. */
function mayBeAddress(path: string, map: SiteMap): boolean {
  return !path.startsWith('/') || map.inLanguage.has(path.split('/')[1] ?? '');
}

/** A path relative to a file, as a path from the root; undefined if it leaves the root. */
function join(file: string, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length === 0) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

function withFragment(article: Article, fragment: string): LinkTarget {
  // "#top" and text fragments are the browser's own.
  if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:')) return { kind: 'article', article };
  const ids = article.sections.map(({ id }) => id);
  const found = ids.find((id) => id === fragment) ?? ids.find((id) => fold(id) === fold(fragment));
  if (found !== undefined) return { kind: 'article', article, fragment: found };
  if (htmlAnchors(article).has(fragment)) return { kind: 'article', article, fragment };
  const alike = ids.filter((id) => lettersOf(id) === lettersOf(fragment));
  if (alike.length === 1 && lettersOf(fragment) !== '')
    return { kind: 'article', article, fragment: alike[0] as string };
  const nearest = nearOf(fragment, ids);
  return { kind: 'no-fragment', article, ...(nearest !== undefined && { nearest }) };
}

/** Generators make anchors of the same words in different ways; on GitHub's pages they begin with `user-content-`. */
function lettersOf(id: string): string {
  return fold(id.replace(/^user-content-/, '')).replace(/[^\p{L}\p{N}]/gu, '');
}

/** GitHub finds headings whatever the case. */
function fold(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

function htmlAnchors({ references }: Article): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { value } of references.html) {
    for (const [, quoted, bare] of value.matchAll(/\s(?:id|name)\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))/gi)) {
      anchors.add(quoted ?? bare ?? '');
    }
  }
  return anchors;
}

/**
 * The article that the author of a link to none may have meant, in the way the link is written: one of the
 * language that it names, or of the author's own, for to compare a link with all of a large site's takes long.
 */
export function nearestArticle(from: Article, url: string, articles: readonly Article[]): string | undefined {
  const { inLanguage } = siteMap(articles);
  const path = decodeUrl(url.replace(/[?#].*$/s, ''));
  const [named = ''] = join(from.path, path)?.split('/') ?? [];
  const others = inLanguage.get(named) ?? inLanguage.get(from.address.language) ?? [];
  const names = isMarkdown(path)
    ? others.map((other) => relativePath(from.path, other.path.normalize('NFC')))
    : others.map(({ address }) => addressPath(address));
  return nearOf(path, names);
}

/** The nearest of these names, if it is near enough to be meant. */
function nearOf(written: string, names: readonly string[]): string | undefined {
  const nearest = names.length > 0 ? closest(written, names) : '';
  return distance(written, nearest) <= Math.max(3, nearest.length / 3) && nearest !== '' ? nearest : undefined;
}

/** The path from one file to another, both from the same root. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
