import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** When a file came and when it was last changed: the authors' dates of the commits, ISO 8601. */
export interface FileDates {
  readonly updated: string;
  /** Absent where the history does not go back so far. */
  readonly published?: string;
}

/**
 * The dates of the commits that touched each file of a folder, by the file's path from the folder. Of files that git does
 * not know, and without git, there is nothing; nor of files whose last commit lies beyond the end of a shallow clone.
 */
export async function fileDates(folder: string): Promise<ReadonlyMap<string, FileDates>> {
  const state = await stateOf(folder);
  const known = last.get(folder);
  if (known && state !== undefined && known.state === state) return known.dates;
  const dates = await readDates(folder);
  if (state !== undefined) last.set(folder, { state, dates });
  return dates;
}

/** While a site is served, its articles are saved far more often than they are committed. */
const last = new Map<string, { readonly state: string; readonly dates: ReadonlyMap<string, FileDates> }>();

/** Another one whenever there is another commit: git logs each move of HEAD. Undefined where it does not. */
async function stateOf(folder: string): Promise<string | undefined> {
  try {
    const log =
      logs.get(folder) ?? resolve(folder, (await git(folder, ['rev-parse', '--git-path', 'logs/HEAD'])).trim());
    logs.set(folder, log);
    const { size, mtimeMs } = await stat(log);
    return `${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

const logs = new Map<string, string>();

async function readDates(folder: string): Promise<ReadonlyMap<string, FileDates>> {
  const dates = new Map<string, FileDates>();
  try {
    const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    // One call for all files. Names end in NUL, and a commit's line begins with a byte that no name has.
    const log = await git(folder, ['log', '-z', '--format=%x01%aI %P', '--name-only', '--relative', '--', '.']);
    let date: string | undefined;
    for (const part of log.split('\0')) {
      const text = part.replace(/^\n+/, '');
      if (text.startsWith('\u0001')) {
        const [day, parents = ''] = text.slice(1).split(' ', 2);
        date = isShallow && parents === '' ? undefined : day;
      } else if (text !== '' && date !== undefined) {
        const { updated = date } = dates.get(text) ?? {};
        dates.set(text, { updated, ...(!isShallow && { published: date }) });
      }
    }
  } catch {
    // No git, or no repository.
  }
  return dates;
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', [...args], { cwd: folder, maxBuffer: 2 ** 30 });
  return stdout;
}
