import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { git, type Warn } from './git.ts';

/** When a file came and when it was last changed: the authors' dates of the commits, ISO 8601. */
export interface FileDates {
  readonly updated: string;
  /** Absent where the history does not go back so far. */
  readonly published?: string;
}

/**
 * The dates of the commits that touched each file of a folder, by the file's path from the folder. Of files
 * that git does not know, and without git, there is nothing; nor of files whose last commit lies beyond the end
 * of a shallow clone, which `warn` is told as what else git fails at.
 */
export async function fileDates(folder: string, warn: Warn): Promise<ReadonlyMap<string, FileDates>> {
  const state = await stateOf(folder, warn);
  const known = last.get(folder);
  if (known && state !== undefined && known.state === state) return known.dates;
  const dates = await readDates(folder, warn);
  if (state !== undefined) last.set(folder, { state, dates });
  return dates;
}

/** While a site is served, its articles are saved far more often than they are committed. */
const last = new Map<string, { readonly state: string; readonly dates: ReadonlyMap<string, FileDates> }>();

/** Another one whenever there is another commit: git logs each move of HEAD. Undefined where it does not. */
async function stateOf(folder: string, warn: Warn): Promise<string | undefined> {
  const path = logs.get(folder) ?? (await git(folder, ['rev-parse', '--git-path', 'logs/HEAD'], warn));
  if (path === undefined) return undefined;
  const log = resolve(folder, path.trim());
  logs.set(folder, log);
  try {
    const { size, mtimeMs } = await stat(log);
    return `${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

const logs = new Map<string, string>();

async function readDates(folder: string, warn: Warn): Promise<ReadonlyMap<string, FileDates>> {
  const dates = new Map<string, FileDates>();
  const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'], warn))?.trim() === 'true';
  if (isShallow) warn(shallow);
  // One call for all files. Names end in NUL, and a commit's line begins with a byte that no name has.
  const args = ['--no-show-signature', '-z', '--format=%x01%aI %P', '--name-only', '--relative'];
  const log = await git(folder, ['log', ...args, '--', '.'], warn);
  let date: string | undefined;
  for (const part of log?.split('\0') ?? []) {
    const text = part.replace(/^\n+/, '');
    if (text.startsWith('\u0001')) {
      const [day, parents = ''] = text.slice(1).split(' ', 2);
      date = isShallow && parents === '' ? undefined : day;
    } else if (text !== '' && date !== undefined) {
      const { updated = date } = dates.get(text) ?? {};
      dates.set(text, { updated, ...(!isShallow && { published: date }) });
    }
  }
  return dates;
}

const shallow =
  'The clone is shallow: articles that were last changed before it begins have no date. Fetch their history with "git fetch --unshallow", in a workflow with "fetch-depth: 0".';
