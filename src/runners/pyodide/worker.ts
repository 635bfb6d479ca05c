/**
 * The process that examples run in: no rights but to read what it boots from, and not even that afterwards. Requests
 * come one after another, each is answered before the next is read.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import type { Step } from '../../examples/runner.ts';
import { receiver, send, sendMessage, work } from './child-channel.ts';
import type { Ended } from './ends.ts';
import { createInterpreter, type Interpreter, type Turns } from './interpreter.ts';
import { createWorkerScope, type WorkerScope } from './worker-scope.ts';
import { type WorldFiles, worldOptions } from './world-files.ts';

/** The first request. */
export interface BootRequest extends WorldFiles {
  /** Path of what `takeSnapshot` gave for these files, compressed by Zstandard; the name ends with its SHA-256. */
  readonly snapshot: string;
}

/** What follows it. */
export type Request =
  | { readonly kind: 'begin'; readonly seed: number; readonly turns?: Turns }
  | { readonly kind: 'run'; readonly step: Step; readonly last: boolean }
  | { readonly kind: 'restore' };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun' }
  | ({ readonly kind: 'ended' } & Ended)
  /** `usable`: another world may begin. */
  | { readonly kind: 'restored'; readonly usable: boolean };

// Taken before `process` is hidden.
const host = process;
const { exit, permission } = host;

/** Errors, texts, files and an import. */
const warmUpStep: Step = {
  language: 'python',
  form: { kind: 'script' },
  code: `import decimal
class Warm(Exception):
    pass
try:
    raise Warm(f"{decimal.Decimal(1) / 3}")
except Warm as error:
    print(error, sorted(vars()), open("warm", "w").write("up"))
{}["warm"]`,
  parseOnly: false,
  files: [],
  packages: [],
  limits: { time: 10_000, output: 10_000, memory: 64 * 1024 * 1024 },
};

await work(serve);

async function serve(): Promise<void> {
  const receive = receiver();
  const boot = receive() as BootRequest;
  const scope = createWorkerScope(`${pathToFileURL(boot.pyodide)}/`);
  const interpreter = await bootInterpreter(boot, scope);
  warmUp(interpreter, scope);
  scope.close();
  permission.drop('fs.read');
  answer({ kind: 'ready' });
  let turns: Turns | undefined;
  for (;;) {
    // A turn of the event loop, without which JavaScript's weak references are never released.
    await setImmediate();
    const request = receive() as Request;
    if (request.kind === 'begin') {
      turns = request.turns;
      scope.begin(request.seed, () => interpreter.begin(request.seed, turns));
      answer({ kind: 'begun' });
    } else if (request.kind === 'run') {
      const { step, last } = request;
      const ended = turns ? await interpreter.runTakingTurns(step, last) : interpreter.run(step, last);
      answer({ kind: 'ended', ...ended });
    } else answer({ kind: 'restored', usable: interpreter.restore() });
  }
}

async function bootInterpreter(boot: BootRequest, scope: WorkerScope): Promise<Interpreter> {
  return createInterpreter({
    ...(await worldOptions(boot, scope)),
    snapshot: zstdDecompressSync(readSnapshot(boot.snapshot)),
    stillRunning: watchParent(),
    digest: (bytes) => hash('sha256', bytes, 'hex'),
    write: send,
    outputLimitReached() {
      answer({ kind: 'ended', end: { kind: 'output-limit' }, traits: [] });
      exit();
    },
  });
}

/**
 * @throws if it is not what its name says: between the parent's look at it and this one,
 * anything may have happened.
 */
function readSnapshot(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (path.endsWith(`-${hash('sha256', bytes, 'hex')}.zst`)) return bytes;
  throw new Error(`${path} is damaged; the next run makes it anew`);
}

/**
 * Has V8 compile what most programs call: out of a snapshot, nothing has been called yet, and the clock of the first
 * world would show it. Nobody listens to what is printed.
 */
function warmUp(interpreter: Interpreter, scope: WorkerScope): void {
  scope.begin(0, () => interpreter.begin(0));
  interpreter.run(warmUpStep, true);
  if (!interpreter.restore()) throw new Error('The interpreter cannot be restored');
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
