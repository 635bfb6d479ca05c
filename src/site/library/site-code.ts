import { join } from 'node:path';
import { type Fingerprint, takeFingerprint } from '../../cache/fingerprint.ts';
import { processState } from '../../content/process-state.ts';

/**
 * Which code makes the pages: all of this project's, the packages it uses, the configuration, and Node. Taken
 * once in a process, as early as it is asked for.
 *
 * @param root of the project
 */
export function siteCode(root: string): Fingerprint {
  taken.code ??= takeFingerprint(join(root, 'src'), [process.version]);
  return taken.code;
}

const taken = processState<{ code: Fingerprint }>('code');
