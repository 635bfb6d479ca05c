import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { runtimeFolder } from '../../src/browser/runtime.ts';

/** A page as a reader's browser gets it. */
export interface BuiltPage {
  /** Address from the site's root, without its base path: `/ar/python/`, `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly tree: Root;
}

/** All pages of a built site by their paths. */
export async function readPages(dist: string): Promise<ReadonlyMap<string, BuiltPage>> {
  // The sandboxes of the examples are no pages that anybody visits.
  const files = (await readFiles(dist)).filter(
    (file) => file.endsWith('.html') && !file.startsWith(`${runtimeFolder}/`),
  );
  const pages = files.map(async (file): Promise<[string, BuiltPage]> => {
    const html = await readFile(join(dist, file), 'utf8');
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    return [path, { path, html, tree: fromHtml(html) }];
  });
  return new Map(await Promise.all(pages));
}

/** Paths of all files of a folder, with forward slashes. */
export async function readFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'));
}

/** The first element that matches, which must be there. */
export function find(selector: string, tree: Root | Element): Element {
  const found = select(selector, tree);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Value of an element's attribute, by its name in hast; undefined if the element or the attribute is not there. */
export function property(name: string, element: Element | undefined): string | undefined {
  const value = element?.properties[name];
  return value === undefined || value === null ? undefined : [value].flat().join(' ');
}

/** Content of the head's `<meta>` of this name or property. */
export function meta(name: string, tree: Root): string | undefined {
  return property('content', select(`head meta[name="${name}"], head meta[property="${name}"]`, tree));
}
