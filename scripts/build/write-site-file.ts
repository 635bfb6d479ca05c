import { link, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A site that is built beside the one before. */
export interface SiteFolders {
  /** Folder of the new site. */
  readonly site: string;
  /** Folder of the earlier one, which may not be there. */
  readonly earlier: string;
}

/**
 * Writes a file of a site into a folder that is there. Where the earlier site has the same, it becomes part of both: a disk
 * takes long to make thousands of files, most of all where it has just removed as many.
 *
 * @param path from the site's folder
 */
export async function writeSiteFile(
  { site, earlier }: SiteFolders,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  const bytes = Buffer.from(content);
  try {
    if (bytes.equals(await readFile(join(earlier, path)))) return await link(join(earlier, path), join(site, path));
  } catch {
    // The earlier site does not have it, the new one has another one already, or the disk has no links.
  }
  await writeFile(join(site, path), bytes);
}
