import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { config } from '../config.ts';

/**
 * What lies at a path of the content folder; nothing that is outside of the repository, where no reader can go.
 *
 * @param path with forward slashes; it may lead out of the folder (`../LICENSE`)
 */
export function kindOfFile(contentFolder: string, path: string): 'file' | 'folder' | undefined {
  // Where the site is told that its articles lie, also where `MITHAL_CONTENT` names others.
  if (/^\.\.(?:\/|$)/.test(posix.join(config.content, path))) return undefined;
  const found = statSync(join(contentFolder, path), { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}
