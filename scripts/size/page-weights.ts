import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runtimeFolder } from '../../src/browser/runtime.ts';
import { slashPath } from '../../src/content/slash-path.ts';
import { declaredFonts, loadedFonts } from './page-fonts.ts';

/** What a browser fetches to show a page for the first time, in bytes; HTML, styles and scripts compressed by gzip. */
export interface PageWeight {
  /** From the site's root: `ar/python/key-error/index.html`. */
  readonly path: string;
  readonly isArticle: boolean;
  readonly html: number;
  readonly styles: number;
  readonly scripts: number;
  /** The fonts that it asks for by itself, and those that its letters need. They are compressed already. */
  readonly fonts: number;
  /** Addresses of what it would load from other servers. */
  readonly foreign: readonly string[];
}

/**
 * Weighs every page of a built site.
 *
 * @param base the site's base path, with a slash at both ends
 */
export async function pageWeights(dist: string, base: string): Promise<readonly PageWeight[]> {
  const files = (await readdir(dist, { recursive: true })).map((path) => slashPath(path)).sort();
  const pages = files.filter((path) => path.endsWith('.html') && !path.startsWith(`${runtimeFolder}/`));
  const weigh = weigher(dist, base);
  return Promise.all(pages.map((path) => weigh(path)));
}

/** Weighs pages, and each file that they share once. */
function weigher(dist: string, base: string): (path: string) => Promise<PageWeight> {
  const read = remembered(async (path) => (await readFile(join(dist, path))) as Uint8Array);
  const compressed = remembered(async (path) => gzipSync(await read(path), { level: 9 }).length);
  const size = remembered(async (path) => (await read(path)).length);
  const scriptsFrom = remembered(async (path: string): Promise<readonly string[]> => {
    const text = Buffer.from(await read(path)).toString();
    const imported = Array.from(text.matchAll(staticImport), ([, name]) => posix.join(posix.dirname(path), name ?? ''));
    return [path, ...(await Promise.all(imported.map(scriptsFrom))).flat()];
  });
  const sum = async (paths: readonly string[], weigh: (path: string) => Promise<number>): Promise<number> =>
    (await Promise.all([...new Set(paths)].map(weigh))).reduce((total, bytes) => total + bytes, 0);
  return async (path) => {
    const html = Buffer.from(await read(path)).toString();
    const tags = html.match(/<(?:link|script|img|source|iframe|video|audio)\b[^>]*>/g) ?? [];
    const addresses = tags.flatMap((tag) => addressIn(tag) ?? []);
    const own = addresses.filter(({ address }) => address.startsWith(base) && !address.startsWith('//'));
    const files = (kind: Loaded['kind']) =>
      own.filter((loaded) => loaded.kind === kind).map(({ address }) => address.slice(base.length));
    const css = (await Promise.all(files('style').map(read))).map((bytes) => Buffer.from(bytes).toString()).join('\n');
    const needed = loadedFonts(html, declaredFonts(css)).map((address) => address.slice(base.length));
    return {
      path,
      isArticle: html.includes('<article'),
      html: gzipSync(html, { level: 9 }).length,
      styles: await sum(files('style'), compressed),
      scripts: await sum((await Promise.all(files('script').map(scriptsFrom))).flat(), compressed),
      fonts: await sum([...files('font'), ...needed], size),
      foreign: addresses.map(({ address }) => address).filter((address) => /^(?:[a-z]+:)?\/\//i.test(address)),
    };
  };
}

interface Loaded {
  readonly kind: 'style' | 'script' | 'font' | 'other';
  readonly address: string;
}

/** What a tag makes the browser load; undefined if nothing. */
function addressIn(tag: string): Loaded | undefined {
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}="?([^"\\s>]+)`).exec(tag)?.[1];
  if (!tag.startsWith('<link')) {
    const address = attribute('src');
    return address === undefined ? undefined : { kind: tag.startsWith('<script') ? 'script' : 'other', address };
  }
  const address = attribute('href');
  const rel = attribute('rel') ?? '';
  if (address === undefined) return undefined;
  if (rel === 'stylesheet') return { kind: 'style', address };
  if (/preload$/.test(rel)) return { kind: attribute('as') === 'font' ? 'font' : 'script', address };
  return rel === 'icon' || rel === 'manifest' ? { kind: 'other', address } : undefined;
}

/** Not `import()`, which comes later. */
const staticImport = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g;

function remembered<T>(make: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    const value = known.get(path) ?? make(path);
    known.set(path, value);
    return value;
  };
}
