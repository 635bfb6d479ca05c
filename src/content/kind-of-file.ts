import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { config } from '../config.ts';
import { pathInside } from './path-inside.ts';

/**
 * What lies at a path of the content folder; nothing that is outside of the repository, where no reader can go.
 *
 * @param path with forward slashes; it may lead out of the folder (`../LICENSE`)
 */
export function kindOfFile(contentFolder: string, path: string): 'file' | 'folder' | undefined {
  // Articles that were moved by `MITHAL_CONTENT` are looked at as if they lay where they belong.
  const folder = pathInside(process.cwd(), contentFolder) ?? config.content;
  if (/^\.\.(?:\/|$)/.test(posix.join(folder, path))) return undefined;
  const found = statSync(join(contentFolder, path), { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}
