import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { config } from '../../src/config.ts';
import { buildWheel } from '../build-wheel.ts';

const root = resolve(import.meta.dirname, '../..');

/** Somebody who has nothing but a fresh clone of the project, and what the guide says one may have beside it. */
export interface Stranger {
  /** Types a command in the clone. One that stays is ended once it serves or waits. */
  run(command: string): Promise<Ended>;
  leave(): void;
}

export interface Ended {
  /** Of the process; 0 too for one that stayed, if the address that it told answered. */
  readonly status: number;
  readonly printed: string;
}

export function welcomeStranger(): Stranger {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-stranger-'));
  const [upstream, clone, home] = ['upstream', 'main', 'home'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString().split('\0')) {
    if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(upstream, file));
  }
  const env = environment(folder, upstream);
  const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, env, stdio: 'pipe' });
  git(upstream, 'init', '--quiet', '--initial-branch=main');
  commitAll(git, upstream, 'The project as it is here');
  git(folder, 'clone', '--quiet', upstream, clone);
  // Then comes the next version.
  appendFileSync(join(upstream, 'CHANGELOG.md'), '\nThe next version.\n');
  commitAll(git, upstream, 'The next version');
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'dir');
  execFileSync('npm', ['run', 'metadata', '--', '--write'], { cwd: clone, env, stdio: 'pipe' });
  lay(join(home, 'my-articles'), 'first.md', '# First\n\nMy first article.\n\n```python\nprint("hello")\n```\n');
  lay(join(folder, 'wiki'), 'keyerror_arabic.md', '# KeyError في بايثون\n\n```python\n{}["x"]\n```\n');
  buildWheel(join(clone, 'wheels'), 'our_errors', 'class OurError(Exception):\n    pass\n');
  return {
    run: (command) => run(command.replaceAll('~/', `${home}/`), clone, env),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** That of a terminal, where the project's address on the web leads to the folder. */
function environment(folder: string, upstream: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|TEST$|PROD$|DEV$|MODE$|npm_|INIT_CWD|FORCE_COLOR|GIT_)/.test(name),
  );
  const gitConfig = join(folder, 'gitconfig');
  writeFileSync(
    gitConfig,
    `[user]\n\tname = Stranger\n\temail = stranger@example.org\n[url "file://${upstream}"]\n\tinsteadOf = ${config.repository}.git\n`,
  );
  return { ...Object.fromEntries(own), NO_COLOR: '1', GIT_CONFIG_GLOBAL: gitConfig, GIT_CONFIG_SYSTEM: '/dev/null' };
}

function commitAll(git: (cwd: string, ...args: string[]) => unknown, folder: string, subject: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', `--message=${subject}`);
}

function lay(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

function run(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn('bash', ['-c', command], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((done) => {
    let printed = '';
    let stays: Promise<number> | undefined;
    const read = (text: Buffer): void => {
      printed += text;
      if (stays || !staysOn.test(printed)) return;
      stays = answers(printed).then((answered) => {
        process.kill(-(child.pid as number));
        return answered ? 0 : 1;
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', async (status) => done({ status: stays ? await stays : (status ?? 1), printed }));
  });
}

/** What programs say that serve a site, or wait for files to change. */
const staysOn = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+\S*|waiting for file changes/i;

async function answers(printed: string): Promise<boolean> {
  const [address = ''] = staysOn.exec(printed) ?? [];
  if (!address.startsWith('http')) return true;
  return (await fetch(address)).ok;
}
