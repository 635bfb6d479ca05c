import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts a built site in the place of the one before. The folder itself stays, for whoever serves it, and so does
 * a `.git` in it, from which some publish. Only then the old files go: a disk takes several times as long to
 * create files where it has just removed as many.
 *
 * @param site folder that is moved; where `dist` is on another disk, it is copied
 */
export async function replaceSite(site: string, dist: string): Promise<void> {
  const old = `${site}.old`;
  await rm(old, { recursive: true, force: true });
  await mkdir(old, { recursive: true });
  await mkdir(dist, { recursive: true });
  await moveEntries(dist, old);
  await moveEntries(site, dist);
  await rm(old, { recursive: true });
  await rm(site, { recursive: true });
}

async function moveEntries(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (name !== '.git') await move(join(from, name), join(to, name));
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
