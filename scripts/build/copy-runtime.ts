import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeFolder } from '../../src/browser/runtime.ts';
import { runtimeFiles } from './runtime-files.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/** Lays what runs examples in the browser into the built site. */
export async function copyRuntime(folders: SiteFolders): Promise<void> {
  await mkdir(join(folders.site, runtimeFolder), { recursive: true });
  for (const [name, bytes] of await runtimeFiles()) writeSiteFile(folders, join(runtimeFolder, name), bytes);
}
