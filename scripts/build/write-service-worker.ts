import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeFolder } from '../../src/browser/runtime.ts';
import { bundleScript } from './bundle-script.ts';

/** Writes the service worker of a built site, with the names of the files that belong to this build. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const scripts = await filesOf(dist, '_astro');
  const runtime = (await filesOf(dist, runtimeFolder)).filter(({ path }) => !path.endsWith('/runtime.json'));
  const paths = (files: readonly SizedFile[]): string => JSON.stringify(files.map(({ path }) => path));
  const script = await bundleScript('service-worker.ts', {
    HASHED_FILES: paths([...scripts, ...runtime]),
    SMALL_FILES: paths(scripts.filter(({ size }) => size < mostForAll)),
  });
  await writeFile(join(dist, 'service-worker.js'), script);
}

/** Bytes: of the scripts, only the editor is larger. */
const mostForAll = 100_000;

interface SizedFile {
  /** From the site's root. */
  readonly path: string;
  readonly size: number;
}

async function filesOf(dist: string, folder: string): Promise<readonly SizedFile[]> {
  const names = (await readdir(join(dist, folder))).sort();
  return Promise.all(
    names.map(async (name) => ({ path: `${folder}/${name}`, size: (await stat(join(dist, folder, name))).size })),
  );
}
