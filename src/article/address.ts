import { slug as githubSlug } from 'github-slugger';
import type { Config } from '../config.ts';
import type { Address } from './article.ts';

/**
 * Where an article stands on the site, from its path: the first folder is its language if it is one of the site's,
 * the folders after it are its section, the file's name is its slug.
 *
 * `index.md` and `README.md` of a section stand at the address of their folder, as an article of the folder's
 * name beside it does (`en/python.md` for `en/python/`): above the list of the articles in it.
 *
 * @param path path from the content folder, with forward slashes
 */
export function articleAddress(path: string, site: Pick<Config, 'languages' | 'defaultLanguage'>): Address {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.md$/i, '');
  const [first] = folders;
  const hasLanguage = first !== undefined && site.languages.includes(first);
  const section = (hasLanguage ? folders.slice(1) : folders).map(urlForm);
  const folder = isFolderPage(path) ? section.pop() : undefined;
  return {
    language: hasLanguage ? first : site.defaultLanguage,
    section,
    slug: folder ?? urlForm(name),
  };
}

/** Whether an article is what its folder shows, as GitHub and most site generators have it. */
export function isFolderPage(path: string): boolean {
  return /(?:^|\/)(?:index|readme)\.md$/i.test(path);
}

/** The path of an address on the site, as people read it: `/ar/python/key-error/`. */
export function addressPath({ language, section, slug }: Address): string {
  return `/${[language, ...section, slug].join('/')}/`;
}

/**
 * Lower case and hyphens; letters of every script and digits stay, anything else that a URL or a shell would
 * mind goes. `1.10` is another version than `110`.
 */
function urlForm(name: string): string {
  const slug = githubSlug(
    name
      .normalize('NFC')
      .trim()
      .replace(/(?<=\d)\.(?=\d)/g, '-'),
  )
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/^-+|(?<!-)-+$/g, '');
  return slug || codePoints(name);
}

/** A name without a single letter (`???.md`) still needs an address of its own. */
function codePoints(name: string): string {
  return `u${[...name].map((letter) => letter.codePointAt(0)?.toString(16)).join('-')}`;
}
