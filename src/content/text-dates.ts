import { gitLines, type Warn } from './git.ts';

/**
 * The authors' dates, ISO 8601, of the last commits that changed more of a file than what a tool derives into
 * its header, by the file's path from the folder. Without git there are none; what else it fails at, `warn`
 * is told.
 */
export async function textDates(
  folder: string,
  paths: readonly string[],
  warn: Warn,
): Promise<ReadonlyMap<string, string>> {
  const dates = new Map<string, string>();
  if (paths.length === 0) return dates;
  let date = '';
  let path = '';
  let isInHunk = false;
  await eachLineOfChanges(folder, paths, warn, (line) => {
    if (line.startsWith('\u0001')) date = line.slice(1);
    else if (line.startsWith('diff --git ')) isInHunk = false;
    else if (line.startsWith('@@ ')) isInHunk = true;
    else if (!isInHunk && /^(?:---|\+\+\+) [ab]\//.test(line)) path = line.slice('+++ b/'.length).trimEnd();
    else if (isInHunk && /^[+-]/.test(line) && !inHeader.test(line) && !dates.has(path)) dates.set(path, date);
  });
  return dates;
}

/** An added or removed line that says what is derived from the text, or that such a header begins or ends with. */
const inHeader = /^[+-](?:(?:Meta (?:Description|Keywords|Derived)|description|keywords|derived):.*|<!--|-->|---)?\s*$/;

/** Paths that git would have to write with escapes are left as they are, and so are not found. */
async function eachLineOfChanges(
  folder: string,
  paths: readonly string[],
  warn: Warn,
  take: (line: string) => void,
): Promise<void> {
  const log = ['log', '-p', '--unified=0', '--no-renames', '--format=%x01%aI', '--relative'];
  // As git writes it where nobody has configured anything else.
  const plain = ['--no-show-signature', '--no-color', '--no-ext-diff', '--src-prefix=a/', '--dst-prefix=b/'];
  const named = paths.length > mostPaths ? ['.'] : paths.map((path) => `:(literal)${path}`);
  await gitLines(folder, ['-c', 'core.quotePath=false', ...log, ...plain, '--', ...named], warn, take);
}

// A command line takes no more than some hundred thousand characters.
const mostPaths = 1000;
