import { close, createIndex } from 'pagefind';

/**
 * Writes the search index of a built site into its `pagefind` folder, one index per language.
 *
 * @returns number of indexed pages
 */
export async function writeSearchIndex(dist: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: dist });
    const written = await index.writeFiles({ outputPath: `${dist}/pagefind` });
    const failures = [...added.errors, ...written.errors];
    if (failures.length > 0) throw new Error(`the search index cannot be written: ${failures.join('; ')}`);
    return added.page_count;
  } finally {
    await close();
  }
}
