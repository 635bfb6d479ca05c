import { isAbsolute, relative, sep } from 'node:path';
import { slashPath } from './slash-path.ts';

/**
 * The path from a folder to what lies in it, with forward slashes; empty for the folder itself,
 * undefined for what lies elsewhere.
 */
export function pathInside(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  // On Windows what lies on another disk has no relative path.
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside ? undefined : slashPath(path);
}
