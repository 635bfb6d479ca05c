import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPinnedNode } from '../pinned-node.ts';
import { siblingScript } from '../sibling-script.ts';
import type { LockedPackage } from './package-lock.ts';
import { pyodideInfo } from './pyodide-package.ts';

/** Milliseconds. Somebody is waiting for a build. */
const patience = 120_000;

/**
 * Lets Pyodide's own loader lay the wheels into the folder, from where it gets them.
 *
 * @returns why it could not, undefined if it thinks it could
 */
export async function fetchFromDistribution(
  packages: readonly LockedPackage[],
  folder: string,
): Promise<string | undefined> {
  const script = siblingScript(import.meta.filename, 'load-packages');
  const names = packages.map(({ name }) => name);
  const { failed } = await run(findPinnedNode().path, [script, folder, ...names]);
  return failed && `Pyodide’s distribution cannot be reached: ${lastLine(failed)}`;
}

/**
 * Lets this machine's pip lay the wheel into the folder, from the package index that pip is set up for.
 *
 * @param hashes SHA-256 values (hex) that pip may take
 * @returns why it could not, undefined if it did
 */
export async function fetchFromIndex(
  { name, version }: Pick<LockedPackage, 'name' | 'version'>,
  hashes: readonly string[],
  folder: string,
): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const requirements = join(folder, 'requirements.txt');
  const checks = hashes.map((hash) => `--hash=sha256:${hash}`);
  await writeFile(requirements, `${[`${name}==${version}`, ...checks].join(' ')}\n`);
  const options = ['--no-deps', '--require-hashes', ...forPyodide(), '--no-input', `--dest=${folder}`];
  // Python would take a `pip.py` of the project for pip.
  const { failed } = await runFirst(pips, ['download', ...options, `--requirement=${requirements}`], { cwd: folder });
  return failed && (failed === notThere ? 'there is no pip on this machine' : `pip failed: ${lastLine(failed)}`);
}

/** What pip is told so that it takes the wheels that Pyodide can import; see PEP 783. */
export function forPyodide(): readonly string[] {
  const { python, abi } = pyodideInfo();
  const [major, minor] = python.split('.');
  return [
    '--only-binary=:all:',
    '--implementation=cp',
    `--python-version=${python}`,
    ...[`cp${major}${minor}`, 'abi3', 'none'].map((tag) => `--abi=${tag}`),
    `--platform=pyemscripten_${abi}_wasm32`,
  ];
}

/** Runs a script with the first Python of the machine. */
export function runPython(script: string, scriptArguments: readonly string[], input = ''): Promise<Ending> {
  return runFirst(pythons, [script, ...scriptArguments], { input });
}

const pythons = [['python3'], ['python']];
const pips = [...pythons.map(([python = '']) => [python, '-m', 'pip']), ['pip3'], ['pip']];

/** What is said to have failed where there is no such command. */
export const notThere = 'ENOENT';

interface Ending {
  readonly output: string;
  /** What a failing command complained of; undefined if it did not fail. */
  readonly failed: string | undefined;
}

interface Surroundings {
  readonly input?: string;
  /** Absolute; the folder of this process by default. */
  readonly cwd?: string;
}

/** Runs the first command that is on this machine. */
async function runFirst(
  commands: readonly (readonly string[])[],
  rest: readonly string[],
  surroundings: Surroundings,
): Promise<Ending> {
  for (const [command = '', ...start] of commands) {
    const ending = await run(command, [...start, ...rest], surroundings);
    if (ending.failed !== notThere) return ending;
  }
  return { output: '', failed: notThere };
}

function run(
  command: string,
  commandArguments: readonly string[],
  { input = '', cwd }: Surroundings = {},
): Promise<Ending> {
  return new Promise((resolve) => {
    const options = { timeout: patience, maxBuffer: 64 * 1024 * 1024, cwd };
    const child = execFile(command, commandArguments, options, (error, output, complaints) => {
      const failed = error && (error.code === notThere ? notThere : complaints.trim() || error.message);
      resolve({ output, failed: failed ?? undefined });
    });
    // A command that is not there, or ends without reading it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? text;
}
