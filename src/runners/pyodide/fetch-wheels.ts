import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPinnedNode } from '../pinned-node.ts';
import { siblingScript } from '../sibling-script.ts';
import type { LockedPackage } from './package-lock.ts';

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
  const failed = await run(findPinnedNode().path, [script, folder, ...names]);
  return failed && `Pyodide’s distribution cannot be reached: ${failed}`;
}

/**
 * Lets this machine's pip lay the wheel into the folder, from the package index that pip is set up for.
 *
 * @param hashes SHA-256 values (hex) that pip may take; none given: any, for whoever is writing the lock file
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
  const forPyodide = ['--only-binary=:all:', '--implementation=py', '--abi=none', '--platform=any'];
  const options = [
    '--no-deps',
    ...(hashes.length > 0 ? ['--require-hashes'] : []),
    ...forPyodide,
    '--no-input',
    `--dest=${folder}`,
    `--requirement=${requirements}`,
  ];
  let failed: string | undefined;
  for (const [command = '', ...start] of pips) {
    failed = await run(command, [...start, 'download', ...options]);
    if (!failed) return undefined;
    if (!failed.endsWith('ENOENT')) break;
  }
  return failed?.endsWith('ENOENT') ? 'there is no pip on this machine' : `pip failed: ${failed}`;
}

const pips = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/** Gives the last thing a failing command said; undefined if it did not fail. */
function run(command: string, commandArguments: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, commandArguments, { timeout: patience }, (error, _output, complaints) => {
      const last = complaints.trim().split('\n').at(-1);
      resolve(error ? last || error.message : undefined);
    });
  });
}
