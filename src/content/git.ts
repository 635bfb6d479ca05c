import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Takes a sentence about what the history of the articles lacks. */
export type Warn = (message: string) => void;

/** What git prints; undefined without git or a repository, and where git fails otherwise, which `warn` is told. */
export async function git(folder: string, args: readonly string[], warn: Warn): Promise<string | undefined> {
  try {
    // Its messages are looked at below.
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout } = await promisify(execFile)('git', [...args], { cwd: folder, maxBuffer: 2 ** 30, env });
    return stdout;
  } catch (error) {
    const { code, stderr = '', message } = error as NodeJS.ErrnoException & { readonly stderr?: string };
    const isEmpty = /does not have any commits yet/.test(stderr);
    if (code === 'ENOENT' || isEmpty || /^fatal: not a git repository/m.test(stderr)) return undefined;
    warn(`The dates of the articles are not known, as git fails in ${folder}: ${stderr.trim() || message}`);
    return undefined;
  }
}
