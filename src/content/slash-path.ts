import { sep } from 'node:path';

/** The path with forward slashes, as addresses and messages have them on every system. */
export function slashPath(path: string): string {
  return path.split(sep).join('/');
}
