import { readdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { slashPath } from '../../content/slash-path.ts';

/** Paths, from the content folder and with forward slashes, of the pictures that lie beside the articles. */
export async function mediaFiles(contentFolder: string): Promise<readonly string[]> {
  const entries = await readdir(contentFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isMedia(entry.name))
    .map(({ parentPath, name }) => slashPath(relative(contentFolder, join(parentPath, name))))
    .filter((path) => !path.split('/').some((part) => /^[._]|^node_modules$/.test(part)));
}

export function isMedia(path: string): boolean {
  return mediaType(path) !== undefined;
}

/** Content type of a picture by its name. */
export function mediaType(path: string): string | undefined {
  return types[extname(path).toLowerCase()];
}

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};
