import { join } from 'node:path';
import { type Fingerprint, takeFingerprint } from '../cache/fingerprint.ts';

/**
 * Which code makes the pages: all of this project's, the packages it uses, the configuration, and Node. Taken once in a
 * process, as early as it is asked for.
 *
 * @param root of the project
 */
export function siteCode(root: string): Fingerprint {
  holder.mithalCode ??= takeFingerprint(join(root, 'src'), [process.version]);
  return holder.mithalCode;
}

// Astro loads what asks for it as another module graph of the same process.
const holder = globalThis as typeof globalThis & { mithalCode?: Fingerprint };
