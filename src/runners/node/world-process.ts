import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import type { Limits } from '../../examples/runner.ts';
import type { Children } from './children.ts';
import { createFrameReader, type ReceivedItem } from './frames.ts';
import { startNode, type WorldStart } from './start-node.ts';
import { type Breach, type ProcessWatch, watchProcess } from './watch-process.ts';
import { secretLength, type WorldSetup } from './world/protocol.ts';

export interface WorldProcessOptions extends WorldStart {
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
export async function runWorldProcess(options: WorldProcessOptions, children: Children): Promise<ProcessEnd> {
  const { folder, limits } = options;
  const firstLimits = limits[0] ?? { time: 0, output: 0, memory: 0 };
  const secret = randomBytes(secretLength);
  const child = startNode(
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
  const watch = watchProcess(child, folder.size, firstLimits, end);
  const reader = createFrameReader(secret, limitOutput(limits, watch, end));
  const channel = child.stdio[3] as Duplex;
  channel.on('data', (bytes: Buffer) => {
    if (!breach) reader.push(bytes);
  });
  // A process that ends before it has read its setup.
  channel.on('error', () => undefined);
  channel.write(Buffer.concat([secret, Buffer.from(`${JSON.stringify(setupOf(options))}\n`)]));
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

/** Counts what a world prints and notes, and ends it where that is more than the step that runs may. */
function limitOutput(
  limits: readonly Limits[],
  watch: Pick<ProcessWatch, 'begin'>,
  end: (reason: Breach) => void,
): (item: ReceivedItem) => void {
  let printed = 0;
  let noted = 0;
  let most = limits[0]?.output ?? 0;
  return (item) => {
    if (item.kind === 'output') {
      printed += item.bytes.length;
      if (printed > most) end('output');
      return;
    }
    noted += item.size;
    if (noted > mostNoted) end('output');
    const stepLimits = item.note.kind === 'step' ? limits[item.note.index] : undefined;
    if (!stepLimits) return;
    printed = 0;
    most = stepLimits.output;
    watch.begin(stepLimits);
  };
}

function setupOf({ folder, folders, seed, task }: WorldProcessOptions): WorldSetup {
  return { root: folder.root, code: folders.code, seed, virtualTime: 3_600_000, task };
}

function closed(child: ChildProcess): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('Node could not be started', { cause })));
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

/** As much of it as can be of use: what is thrown can be of any length. */
function readReport(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, longestReport));
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Bytes of errors that the steps of a session may end in, together. */
const mostNoted = 16 * 1024 ** 2;
const longestReport = 256 * 1024;
