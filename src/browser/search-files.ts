/** Folder of the search indexes, from the site's root; in it a folder for each of them. */
export const searchFolder = 'pagefind';

/** The list of these folders, as a JSON array. */
export const indexesFile = 'indexes.json';

/**
 * The folder of an index: `ar`, and of the further parts of a language with very many articles `ar.2`, `ar.3`.
 *
 * @param tag of the language, in lower case
 * @param number of the part, from 0
 */
export function partFolder(tag: string, number: number): string {
  return number === 0 ? tag : `${tag}.${number + 1}`;
}

/** The language of an index, in lower case. */
export function folderLanguage(folder: string): string {
  return folder.replace(/\.\d+$/, '');
}
