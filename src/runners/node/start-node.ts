import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mainFile, type StepSource, type Task, workingFolder } from './world/protocol.ts';
import type { WorldFolder, WorldFolders } from './world-folders.ts';

/** What a world is started with. */
export interface WorldStart {
  /** Node's executable. */
  readonly node: string;
  readonly folders: Pick<WorldFolders, 'code' | 'loader'>;
  readonly folder: WorldFolder;
  readonly seed: number;
  readonly task: Task;
}

/**
 * Starts Node without rights beyond the world's own folder. The setup goes through file descriptor 3.
 *
 * @param memory bytes that the world may take
 * @param time milliseconds of processor time that it may take
 */
export function startNode(options: WorldStart, memory: number, time: number): ChildProcess {
  const { node, folders, folder, task } = options;
  const main = mainFile(firstStep(task));
  const nodeArguments = [
    '--permission',
    ...['/dev/stdin', '/dev/null', folder.root, folders.code].map((path) => `--allow-fs-read=${path}`),
    ...['/dev/null', folder.root].map((path) => `--allow-fs-write=${path}`),
    '--expose-internals',
    // SQLite opens files past the permission model (ATTACH, VACUUM INTO).
    '--no-experimental-sqlite',
    // Hash tables out of V8's snapshot stay as they are (see `world/load.ts`); nothing here is worth guessing them.
    '--no-rehash-snapshot',
    `--random-seed=${options.seed & 0x7fffffff || 1}`,
    // Two threads beside the main one are as many as there are cores for this process.
    '--v8-pool-size=1',
    // The world and Node's own start fill V8's first megabyte, and to collect it would take longer than most programs.
    '--min-semi-space-size=4',
    `--max-old-space-size=${Math.ceil(memory / 1024 ** 2)}`,
    // The world gives no package.json; Node's advice about that is not the program's doing.
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
    '--require',
    folders.loader,
    main,
  ];
  const [command, args] = withSystemLimits(node, nodeArguments, time, memory);
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
 * and memory (with room to spare: the runner's own limits come first), size of a file, no core dump.
 */
function withSystemLimits(
  node: string,
  nodeArguments: string[],
  time: number,
  memory: number,
): [command: string, args: string[]] {
  if (process.platform === 'win32') return [node, nodeArguments];
  const seconds = Math.ceil(time / 1000) * 2 + 10;
  const kilobytes = Math.ceil(memory / 1024) + dataBeside;
  // What is found on the path is called by its bare name, which `process.argv0` shows; a colon would divide the path.
  const call = node.includes(':') ? 'exec "$0"' : `PATH=\${0%/*}; exec "\${0##*/}"`;
  const limits = `ulimit -c 0; ulimit -t ${seconds}; ulimit -f 409600; ulimit -d ${kilobytes}; ${call} "$@"`;
  return ['/bin/sh', ['-c', limits, node, ...nodeArguments]];
}

/** Kilobytes that Node sets aside without using them, and what a program may. */
const dataBeside = 4 * 1024 ** 2;
