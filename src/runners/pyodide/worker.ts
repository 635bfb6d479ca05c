/**
 * The process that examples run in: no rights but to read what it boots from, and not even that afterwards. Requests
 * come one after another, each is answered before the next is read.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { End, Step } from '../../examples/runner.ts';
import { receiver, send, sendMessage, work } from './child-channel.ts';
import { createInterpreter, type Interpreter } from './interpreter.ts';
import { createWorkerScope, type WorkerScope } from './worker-scope.ts';

/** The first request. Paths are absolute. */
export interface BootRequest {
  /** Folder of the npm package `pyodide`. */
  readonly pyodide: string;
  readonly lockFile: string;
  readonly standardLibrary: string;
  readonly sitePackages: string | null;
  readonly world: string;
  readonly hashSeed: number;
}

/** What follows it. */
export type Request =
  | { readonly kind: 'begin'; readonly seed: number }
  | { readonly kind: 'run'; readonly step: Step; readonly last: boolean }
  | { readonly kind: 'restore' };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'ended'; readonly end: End }
  /** `usable`: another world may begin. */
  | { readonly kind: 'restored'; readonly usable: boolean };

// Taken before `process` is hidden.
const host = process;
const { exit, permission } = host;

await work(serve);

async function serve(): Promise<void> {
  const receive = receiver();
  const boot = receive() as BootRequest;
  const scope = createWorkerScope(`${pathToFileURL(boot.pyodide)}/`);
  const interpreter = await bootInterpreter(boot, scope);
  scope.close();
  permission.drop('fs.read');
  answer({ kind: 'ready' });
  for (;;) {
    // A turn of the event loop, without which JavaScript's weak references are never released.
    await setImmediate();
    const request = receive() as Request;
    if (request.kind === 'begin') {
      scope.begin(request.seed, () => interpreter.begin(request.seed));
      answer({ kind: 'begun' });
    } else if (request.kind === 'run') answer({ kind: 'ended', end: interpreter.run(request.step, request.last) });
    else answer({ kind: 'restored', usable: interpreter.restore() });
  }
}

async function bootInterpreter(boot: BootRequest, scope: WorkerScope): Promise<Interpreter> {
  const indexUrl = `${pathToFileURL(boot.pyodide)}/`;
  const { loadPyodide } = (await import(`${indexUrl}pyodide.mjs`)) as typeof import('pyodide');
  return createInterpreter({
    loadPyodide,
    indexUrl,
    lockFile: boot.lockFile,
    standardLibraryUrl: pathToFileURL(boot.standardLibrary).href,
    world: readWorld(boot.world),
    ...(boot.sitePackages !== null && { sitePackages: readFileSync(boot.sitePackages) }),
    clock: 'virtual',
    advanceClock: scope.advanceClock,
    stillRunning: watchParent(),
    hashSeed: boot.hashSeed,
    digest: (bytes) => hash('sha256', bytes, 'hex'),
    write: send,
    outputLimitReached() {
      answer({ kind: 'ended', end: { kind: 'output-limit' } });
      exit();
    },
  });
}

/** Ends this process when its parent is gone: an endless loop never comes to ask for the next request. */
function watchParent(): () => void {
  const parent = host.ppid;
  let calls = 0;
  return () => {
    calls = (calls + 1) % 1000;
    if (calls === 0 && host.ppid !== parent) exit();
  };
}

function answer(message: Answer): void {
  sendMessage(message);
}

function readWorld(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.py'));
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}
