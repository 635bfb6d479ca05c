import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findPinnedNode } from '../pinned-node.ts';

/** A process without rights that runs `script`; see `worker.ts` for how it is talked to. */
export interface LaunchedProcess {
  readonly process: ChildProcess;
  readonly requests: Writable;
  readonly frames: Readable;
  /** What it wrote to its own standard error, the last few kilobytes. */
  complaints(): string;
}

/**
 * Kilobytes. The most that macOS allows; Python's own check of its C stack (10 MB of linear memory) comes first
 * then.
 */
const systemStack = 65_000;
const stack = 60_000;
/** For machines that do not let us have it: below the usual 8 MB. */
const smallStack = process.platform === 'win32' ? 900 : 7000;

/** Of every thread of an example that takes turns with others. */
const threadStack = 60_000;

const launched = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of launched) child.kill('SIGKILL');
});

/**
 * Starts a process that ends with this one.
 *
 * @param readable folders and files that it may read until it gives up the right to
 */
export function launch(script: string, readable: readonly string[]): LaunchedProcess {
  const rights = ['--permission', ...[dirname(script), ...readable].map((path) => `--allow-fs-read=${path}`)];
  const flags = [
    ...rights,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    // Costs every process half a second of compilation, much of it thrown away again, and makes nothing faster.
    '--no-wasm-inlining-call-indirect',
    `--wasm-stack-switching-stack-size=${threadStack}`,
  ];
  const child = spawnWithStack(flags, script);
  launched.add(child);
  child.on('close', () => launched.delete(child));
  let complaints = '';
  const [requests, , errors, frames] = child.stdio as unknown as [Writable, null, Readable, Readable];
  errors.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4096);
  });
  // Writing to a process that has just died; its exit tells why.
  requests.on('error', () => {});
  return { process: child, requests, frames, complaints: () => complaints };
}

function spawnWithStack(flags: readonly string[], script: string): ChildProcess {
  const node = findPinnedNode().path;
  const options = { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] as ('pipe' | 'ignore')[], env: {}, windowsHide: true };
  if (process.platform === 'win32') return spawn(node, [`--stack-size=${smallStack}`, ...flags, script], options);
  // The stack of a process is fixed when it starts, and Node cannot ask for another.
  const start = `if ulimit -s ${systemStack} 2>/dev/null; then exec "$0" --stack-size=${stack} "$@"; else exec "$0" --stack-size=${smallStack} "$@"; fi`;
  return spawn('/bin/sh', ['-c', start, node, ...flags, script], options);
}
