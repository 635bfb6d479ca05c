import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { Limits } from '../../examples/runner.ts';
import { createFrameReader, type ReceivedItem } from './frames.ts';
import { type Breach, watchProcess } from './watch-process.ts';
import { mainFile, type StepSource, type Task, type WorldSetup, workingFolder } from './world/protocol.ts';
import type { WorldFolder } from './world-folders.ts';

export interface WorldProcessOptions {
  /** Node's executable. */
  readonly node: string;
  /** File of the world's own code. */
  readonly code: string;
  readonly folder: WorldFolder;
  readonly seed: number;
  readonly task: Task;
  /** Of each step, in order. */
  readonly limits: readonly Limits[];
}

/** How the process ended, and what came out of it. */
export interface ProcessEnd {
  readonly items: readonly ReceivedItem[];
  /** Which limit was broken, if one was: the process was killed then. */
  readonly breach: Breach | undefined;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The program itself wrote into the channel. */
  readonly isForged: boolean;
  /** What Node's C++ wrote: the report of a fatal error. */
  readonly report: string;
}

/** Runs one world in a process of its own. @throws if the process cannot be started. */
export async function runWorldProcess(options: WorldProcessOptions, children: Set<ChildProcess>): Promise<ProcessEnd> {
  const { folder, limits } = options;
  const firstLimits = limits[0] ?? { time: 0, output: 0, memory: 0 };
  const secret = randomBytes(16);
  const child = start(
    options,
    Math.max(...limits.map(({ memory }) => memory)),
    limits.reduce((sum, { time }) => sum + time, 0),
  );
  children.add(child);
  let breach: Breach | undefined;
  const end = (reason: Breach): void => {
    breach ??= reason;
    child.kill('SIGKILL');
  };
  const watch = watchProcess(child, firstLimits, end);
  let printed = 0;
  let outputLimit = firstLimits.output;
  const reader = createFrameReader(secret, (item) => {
    if (item.kind === 'output') {
      printed += item.bytes.length;
      if (printed > outputLimit) end('output');
    } else if (item.note.kind === 'step') {
      const stepLimits = limits[item.note.index] ?? firstLimits;
      printed = 0;
      outputLimit = stepLimits.output;
      watch.begin(stepLimits);
    }
  });
  const channel = child.stdio[3] as Duplex;
  channel.on('data', (bytes: Buffer) => {
    if (!breach) reader.push(bytes);
  });
  // A process that ends before it has read its setup.
  channel.on('error', () => undefined);
  channel.write(`${JSON.stringify(setupOf(options, secret))}\n`);
  try {
    const { exitCode, signal } = await closed(child);
    return {
      items: reader.items,
      isForged: reader.isForged(),
      breach,
      exitCode,
      signal,
      report: readReport(folder.stderrFile),
    };
  } finally {
    watch.stop();
    children.delete(child);
  }
}

function setupOf({ folder, code, seed, task }: WorldProcessOptions, secret: Buffer): WorldSetup {
  return { secret: secret.toString('hex'), root: folder.root, code, seed, virtualTime: 3_600_000, task };
}

function start(options: WorldProcessOptions, memory: number, time: number): ChildProcess {
  const { node, code, folder, task } = options;
  const main = mainFile(firstStep(task));
  const nodeArguments = [
    '--permission',
    ...['/dev/stdin', '/dev/null', folder.root, code].map((path) => `--allow-fs-read=${path}`),
    ...['/dev/null', folder.root].map((path) => `--allow-fs-write=${path}`),
    '--expose-internals',
    // SQLite opens files past the permission model (ATTACH, VACUUM INTO).
    '--no-experimental-sqlite',
    `--random-seed=${options.seed & 0x7fffffff || 1}`,
    `--max-old-space-size=${Math.ceil(memory / 1024 ** 2)}`,
    // The world gives no package.json; Node's advice about that is not the program's doing.
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    '--require',
    code,
    main,
  ];
  const [command, args] = withSystemLimits(node, nodeArguments, time);
  const stdin = openSync(folder.stdinFile, 'r');
  const stderr = openSync(folder.stderrFile, 'a');
  try {
    return spawn(command, args, {
      cwd: join(folder.root, basename(workingFolder)),
      env: { TZ: 'UTC', LANG: 'C.UTF-8' },
      stdio: [stdin, 'ignore', stderr, 'pipe'],
    });
  } finally {
    closeSync(stdin);
    closeSync(stderr);
  }
}

function firstStep(task: Task): Pick<StepSource, 'typescript' | 'system'> {
  if (task.kind === 'session') return { typescript: false, system: 'commonjs' };
  return task.step;
}

/**
 * Where there is a shell, the kernel gets limits too, which hold even when the runner itself was killed: processor time
 * (with room to spare: the runner's own limit comes first), size of a file, no core dump.
 */
function withSystemLimits(node: string, nodeArguments: string[], time: number): [command: string, args: string[]] {
  if (process.platform === 'win32') return [node, nodeArguments];
  const seconds = Math.ceil(time / 1000) * 2 + 10;
  const limits = `ulimit -c 0; ulimit -t ${seconds}; ulimit -f 409600; exec "$0" "$@"`;
  return ['/bin/sh', ['-c', limits, node, ...nodeArguments]];
}

function closed(child: ChildProcess): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('Node could not be started', { cause })));
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

function readReport(path: string): string {
  return readFileSync(path, 'utf8');
}
