import { addressPath, isFolderPage } from './address.ts';
import type { Article } from './article.ts';

/** What a link can lead to: the articles by both of their names, and the folders that have a page. */
export interface SiteMap {
  /** Path from the content folder (NFC) → article. */
  readonly byPath: ReadonlyMap<string, Article>;
  /** `/ar/python/key-error/` → article. */
  readonly byAddress: ReadonlyMap<string, Article>;
  /** Folder of the content (NFC), without a slash at its end → its address, `/ar/python/`. */
  readonly folders: ReadonlyMap<string, string>;
  /** Addresses of all folders, the languages' home pages among them. */
  readonly folderAddresses: ReadonlySet<string>;
  /** Language → its articles. */
  readonly inLanguage: ReadonlyMap<string, readonly Article[]>;
}

/** The map of these articles; made once for each list of them. */
export function siteMap(articles: readonly Article[]): SiteMap {
  const known = maps.get(articles);
  if (known) return known;
  const map = makeMap(articles);
  maps.set(articles, map);
  return map;
}

const maps = new WeakMap<readonly Article[], SiteMap>();

function makeMap(articles: readonly Article[]): SiteMap {
  const folders = new Map<string, string>();
  const folderAddresses = new Set<string>();
  for (const { path, address } of articles) {
    const names = path.normalize('NFC').split('/').slice(0, -1);
    // The section does not count the language's folder.
    const languageFolders = Number(names[0] === address.language);
    if (isFolderPage(path) && names.length > languageFolders) folders.set(names.join('/'), addressPath(address));
    for (let depth = 0; depth <= address.section.length; depth += 1) {
      const folderAddress = `/${[address.language, ...address.section.slice(0, depth)].join('/')}/`;
      folders.set(names.slice(0, languageFolders + depth).join('/'), folderAddress);
      folderAddresses.add(folderAddress);
    }
  }
  return {
    byPath: new Map(articles.map((article) => [article.path.normalize('NFC'), article])),
    // Of two with the same address the first is meant; the second is a problem of its own.
    byAddress: new Map(articles.toReversed().map((article) => [addressPath(article.address), article])),
    folders,
    folderAddresses,
    inLanguage: Map.groupBy(articles, ({ address }) => address.language),
  };
}
