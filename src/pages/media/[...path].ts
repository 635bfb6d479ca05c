import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIContext } from 'astro';
import { readSettings } from '../../content/settings.ts';
import { mediaFiles, mediaType } from '../../site/library/media-files.ts';

export async function getStaticPaths() {
  const paths = await mediaFiles(readSettings().contentFolder);
  return paths.map((path) => ({ params: { path } }));
}

export async function GET({ params: { path = '' } }: APIContext): Promise<Response> {
  const bytes = await readFile(join(readSettings().contentFolder, path));
  return new Response(bytes, { headers: { 'content-type': mediaType(path) ?? 'application/octet-stream' } });
}
