import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A site that is built beside the one before. */
export interface SiteFolders {
  /** Folder of the new site. */
  readonly site: string;
  /** Folder of the earlier one, which may not be there. */
  readonly earlier: string;
}

/**
 * Writes a file of a site into a folder that is there. Where the earlier site has the same, it becomes part of
 * both: a disk takes long to make thousands of files, most of all where it has just removed as many.
 *
 * @param path from the site's folder
 */
export function writeSiteFile({ site, earlier }: SiteFolders, path: string, content: Uint8Array | string): void {
  const bytes = Buffer.from(content);
  // Nothing else is to be done meanwhile, and handing each file to another thread takes longer than the file.
  try {
    if (bytes.equals(readFileSync(join(earlier, path)))) {
      linkSync(join(earlier, path), join(site, path));
      return;
    }
  } catch {
    // The earlier site does not have it, the new one has another one already, or the disk has no links.
  }
  writeFileSync(join(site, path), bytes);
}
