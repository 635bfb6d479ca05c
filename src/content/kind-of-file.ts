import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What lies at a path of the content folder.
 *
 * @param path with forward slashes; it may lead out of the folder (`../LICENSE`)
 */
export function kindOfFile(contentFolder: string, path: string): 'file' | 'folder' | undefined {
  const found = statSync(join(contentFolder, path), { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}
