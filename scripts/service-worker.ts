import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { runtimeFolder } from '../src/browser/runtime.ts';

/** Writes the service worker of a built site, with the names of the files that belong to this build. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const scripts = await filesOf(dist, '_astro');
  const runtime = (await filesOf(dist, runtimeFolder)).filter(({ path }) => !path.endsWith('/runtime.json'));
  const paths = (files: readonly SizedFile[]): string => JSON.stringify(files.map(({ path }) => path));
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../src/browser/service-worker.ts'),
    transform: {
      define: {
        HASHED_FILES: paths([...scripts, ...runtime]),
        SMALL_FILES: paths(scripts.filter(({ size }) => size < mostForAll)),
      },
    },
  });
  await bundle.write({ file: join(dist, 'service-worker.js'), format: 'iife', minify: true });
  await bundle.close();
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
