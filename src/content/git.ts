import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Takes a sentence about what the history of the articles lacks. */
export type Warn = (message: string) => void;

/** What git prints; undefined without git or a repository, and where git fails otherwise, which `warn` is told. */
export async function git(folder: string, args: readonly string[], warn: Warn): Promise<string | undefined> {
  let printed = '';
  const ended = await run(folder, args, warn, (text) => {
    printed += text;
  });
  return ended ? printed : undefined;
}

/** Hands over each line that git prints: of a large site's history, all of them are more than a string can hold. */
export async function gitLines(
  folder: string,
  args: readonly string[],
  warn: Warn,
  take: (line: string) => void,
): Promise<void> {
  let begun = '';
  await run(folder, args, warn, (text) => {
    const lines = (begun + text).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  if (begun !== '') take(begun);
}

/** @returns whether git could do it */
async function run(
  folder: string,
  args: readonly string[],
  warn: Warn,
  take: (text: string) => void,
): Promise<boolean> {
  // Its messages are looked at below.
  const env = { ...process.env, LC_ALL: 'C' };
  const git = spawn('git', [...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  git.stdout.setEncoding('utf8').on('data', take);
  git.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  try {
    const [code] = await once(git, 'close');
    if (code === 0) return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    said = message;
  }
  if (/does not have any commits yet/.test(said) || /^fatal: not a git repository/m.test(said)) return false;
  warn(`The dates of the articles are not known, as git fails in ${folder}: ${said.trim()}`);
  return false;
}
