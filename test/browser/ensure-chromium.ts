import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Path of a Chromium that runs: the one `CHROME_PATH` names, else one of this machine, else one that is installed now,
 * by apt where that is ours to do, else by Playwright into its own cache.
 *
 * @throws if none can be had, with all that was tried
 */
export async function ensureChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const wanted = environment['CHROME_PATH'];
  if (wanted) {
    const failed = tryRun(wanted, ['--version', '--no-sandbox']);
    if (!failed) return wanted;
    throw new Error(`CHROME_PATH names ${wanted}, which does not run: ${failed}`);
  }
  const attempts: string[] = [];
  for (const install of [alreadyThere, byApt, byPlaywright]) {
    const failed = install();
    if (failed) attempts.push(failed);
    const found = findChromium(environment);
    if (found) return found;
  }
  throw new Error(
    ['The tests in a browser need Chromium. Install it, or let CHROME_PATH name one. Tried:', ...attempts].join('\n- '),
  );
}

/** The first Chromium of this machine that runs; undefined if there is none. */
function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...usualPaths, chromium.executablePath()]
    .filter(isExecutable)
    .find((path) => !tryRun(path, ['--version', '--no-sandbox']));
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPaths = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function alreadyThere(): string {
  return `${names.join(', ')} in PATH and in the usual places`;
}

function byApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return 'apt: this is no Debian, or we are not root';
  console.error('No Chromium here; installing it with apt-get…');
  const failed =
    tryRun('apt-get', ['update']) ?? tryRun('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  return failed && `apt: ${failed}`;
}

function byPlaywright(): string | undefined {
  console.error('No Chromium here; installing it with Playwright…');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const failed = tryRun(process.execPath, [cli, 'install', 'chromium']);
  return failed && `playwright-core install chromium: ${failed}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command to its end. Gives the last thing a failing one said; undefined if it did not fail. */
function tryRun(command: string, commandArguments: readonly string[]): string | undefined {
  try {
    execFileSync(command, commandArguments, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return stderr?.trim().split('\n').at(-1) || message;
  }
}
