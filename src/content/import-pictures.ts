import { posix } from 'node:path';
import { articleAddress } from '../article/address.ts';
import { sha256 } from '../cache/cache.ts';
import type { WikiFile } from './wiki-file.ts';

/** The same picture twice is one; of different ones with one name, the later get a number. */
export function placePictures(files: readonly WikiFile[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const byContent = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, bytes } of files) {
    if (!isPicture(path)) continue;
    const extension = posix.extname(path).toLowerCase();
    const digest = sha256(bytes) + extension;
    const name = articleAddress(`${posix.basename(path, posix.extname(path))}.md`, {
      languages: [],
      defaultLanguage: 'en',
    }).slug;
    let target = byContent.get(digest);
    for (let number = 1; target === undefined; number++) {
      const candidate = `pictures/${name}${number === 1 ? '' : `-${number}`}${extension}`;
      if (!taken.has(candidate)) target = candidate;
    }
    byContent.set(digest, target);
    taken.add(target);
    targets.set(path, target);
  }
  return targets;
}

export function isPicture(path: string): boolean {
  return /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path);
}
