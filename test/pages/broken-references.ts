import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { type BuiltPage, property, readFiles, readPages } from './built-site.ts';

/**
 * Every reference of a built site that leads to no file of it, or to no element of a page: links, scripts,
 * style sheets, pictures, forms, fonts, the head's addresses. Those to other sites are not followed.
 *
 * @param url address the site is published at
 * @returns `page: reference`
 */
export async function brokenReferences(dist: string, url: string): Promise<readonly string[]> {
  const files = new Set(await readFiles(dist));
  const pages = await readPages(dist);
  const anchors = new Map(Array.from(pages, ([path, { tree }]) => [path, anchorsOf(tree)]));
  const isBroken = (reference: string, from: string): boolean => {
    const target = new URL(reference, from);
    if (!/^https?:$/.test(target.protocol) || target.origin !== new URL(url).origin) return false;
    const base = new URL(url).pathname;
    if (!target.pathname.startsWith(base)) return true;
    const path = `/${decodeURIComponent(target.pathname.slice(base.length))}`;
    if (!files.has(`${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`)) return true;
    const fragment = decodeURIComponent(target.hash.slice(1));
    return fragment !== '' && fragment !== 'top' && anchors.get(path)?.has(fragment) === false;
  };
  const broken = (path: string, references: readonly string[]): readonly string[] =>
    references
      .filter((reference) => isBroken(reference, new URL(path.slice(1), url).href))
      .map((reference) => `${path}: ${reference}`);
  const styles = [...files].filter((file) => file.endsWith('.css') && file.startsWith('_astro/'));
  return [
    ...[...pages.values()].flatMap((page) => broken(page.path, referencesOf(page))),
    ...(await Promise.all(styles.map(async (file) => broken(`/${file}`, await urlsOf(join(dist, file)))))).flat(),
  ];
}

function anchorsOf(tree: Root): ReadonlySet<string> {
  return new Set(selectAll('[id]', tree).map((element) => property('id', element) ?? ''));
}

/** hast's name of each attribute that holds an address. */
const attributes = ['href', 'src', 'action', 'poster'];

function referencesOf({ tree }: BuiltPage): readonly string[] {
  const named = selectAll('*', tree).flatMap((element) => attributes.map((name) => property(name, element)));
  const indexes = selectAll('[data-index]', tree).map((element) => property('dataIndex', element));
  const meta = selectAll('meta', tree).map((element) => property('content', element));
  const inMeta = meta.map((content) => /^(?:\d+; *url=)?((?:https?:\/\/|\/)\S+)$/i.exec(content ?? '')?.[1]);
  return [...named, ...indexes, ...inMeta].filter((reference) => reference !== undefined);
}

async function urlsOf(file: string): Promise<readonly string[]> {
  const style = await readFile(file, 'utf8');
  return Array.from(style.matchAll(/url\(["']?([^"')]+)["']?\)/g), ([, reference = '']) => reference);
}
