/** Folder of the search indexes, from the site's root; in it a folder for each language that has articles. */
export const searchFolder = 'pagefind';

/** The list of these languages, as a JSON array. */
export const languagesFile = 'languages.json';
