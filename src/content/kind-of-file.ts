import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { config } from '../config.ts';

/**
 * What lies at a path of the content folder; nothing that is outside of the repository, where no reader can go.
 *
 * @param path with forward slashes; it may lead out of the folder (`../LICENSE`)
 * @param inRepository path of the content folder from the repository's root; where the site is told that its articles lie
 * by default, also where `MITHAL_CONTENT` names others
 */
export function kindOfFile(
  contentFolder: string,
  path: string,
  inRepository = config.content,
): 'file' | 'folder' | undefined {
  if (!isInRepository(path, inRepository)) return undefined;
  const found = statSync(join(contentFolder, path), { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}

/** Whether that path of the content folder lies in the repository that `kindOfFile` looks into. */
export function isInRepository(path: string, inRepository = config.content): boolean {
  return !/^\.\.(?:\/|$)/.test(posix.join(inRepository, path));
}
