import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { End, Step } from '../../examples/runner.ts';
import { handOver, type Isolation, toolPath } from './isolation.ts';
import { type ReferenceFolder, workingFolder } from './reference-folder.ts';

export interface ReferenceProcess {
  readonly command: readonly string[];
  readonly folder: ReferenceFolder;
  readonly isolation: Isolation;
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly limits: Step['limits'];
  /** Also let the system refuse more memory than the limit; V8 reserves far more than it takes. */
  readonly limitsAddresses: boolean;
}

export interface ReferenceEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The wait in real time was over before the program was. */
  readonly tooLong: boolean;
  /** Everything written to stdout and stderr, in program order. */
  readonly output: Buffer;
  /** What the watch inside the process told, one JSON value a line. */
  readonly report: readonly unknown[];
}

/** Milliseconds of real time a program may take: nothing is virtual here. */
const patience = 20_000;

/** Really executes a program. @throws if it cannot be started at all. */
export async function runReferenceProcess(task: ReferenceProcess): Promise<ReferenceEnd> {
  const { folder, limits, isolation } = task;
  const seconds = Math.ceil(limits.time / 1000);
  const addresses = task.limitsAddresses ? `ulimit -v ${Math.ceil(limits.memory / 1024) + 1_500_000}; ` : '';
  const guard = `ulimit -c 0; ulimit -t ${seconds}; ulimit -f 409600; ${addresses}export PATH=/usr/local/bin:/usr/bin:/bin; exec "$0" "$@"`;
  const [command = '', ...args] = isolation.wrap(['sh', '-c', guard, ...task.command], folder);
  const stdin = openSync(folder.lay('stdin', task.stdin), 'r');
  const output = openSync(folder.lay('output', ''), 'a');
  const report = openSync(folder.lay('report', ''), 'a');
  handOver(folder, isolation);
  const { user: uid } = isolation;
  const child = spawn(command, args, {
    cwd: join(folder.path, workingFolder),
    // One file for both streams keeps their order; another one takes what the watch tells.
    stdio: [stdin, output, output, report],
    env: { ...environment, HOME: folder.home, ...task.environment },
    detached: true,
    ...(uid !== undefined && { uid, gid: uid }),
  });
  for (const descriptor of [stdin, output, report]) closeSync(descriptor);
  let tooLong = false;
  const endAll = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended.
    }
  };
  const timer = setTimeout(() => {
    tooLong = true;
    endAll();
  }, patience);
  try {
    const end = await new Promise<Pick<ReferenceEnd, 'exitCode' | 'signal'>>((resolve, reject) => {
      child.on('error', (cause) => reject(new Error(`${command} could not be started`, { cause })));
      child.on('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    });
    return { ...end, tooLong, output: readFileSync(join(folder.path, 'output')), report: readReport(folder) };
  } finally {
    clearTimeout(timer);
    endAll();
  }
}

/** How a process ended of whose uncaught error nothing was told. */
export function endOfProcess({ exitCode, signal, tooLong, output }: ReferenceEnd, limits: Step['limits']): End {
  if (output.length > limits.output) return { kind: 'output-limit' };
  if (tooLong) {
    return {
      kind: 'unavailable',
      cause: 'process',
      reason: `it was not over after ${patience / 1000} seconds of real time`,
    };
  }
  // A shell or a sandbox in between reports a signal by its number.
  if (signal === 'SIGXCPU' || exitCode === 128 + 24) return { kind: 'timeout' };
  if (exitCode === null) return { kind: 'crash', reason: `ended by ${signal}` };
  if (exitCode > 128 && exitCode <= 128 + lastSignal)
    return { kind: 'crash', reason: `ended by signal ${exitCode - 128}` };
  return exitCode === 0 ? { kind: 'completed' } : { kind: 'exit', code: exitCode };
}

/** The highest number of a signal on Linux. */
const lastSignal = 64;

/** The same as in the closed world, and nothing of the host's. */
const environment: Readonly<Record<string, string>> = {
  COLUMNS: '80',
  LANG: 'C.UTF-8',
  LOGNAME: 'user',
  PATH: toolPath,
  SHELL: '/bin/sh',
  TZ: 'UTC',
  USER: 'user',
};

function readReport({ path }: ReferenceFolder): readonly unknown[] {
  const lines = readFileSync(join(path, 'report'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
}
