import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Limits } from '../../examples/runner.ts';

/** A limit that a process has broken. */
export type Breach = 'time' | 'output' | 'memory';

export interface ProcessWatch {
  /** New limits count from now. */
  begin(limits: Limits): void;
  stop(): void;
}

/**
 * Watches how much processor time and memory a process takes, its files (which lie in memory)
 * included. Where the system does not tell (all but Linux), real time stands for processor time, and
 * only V8's own heap limit holds.
 *
 * A process that neither ends nor uses its processor (it waits for what cannot come) is ended as well, also where it
 * wakes up now and then: there is nothing in a world that real time is waited for.
 */
export function watchProcess(
  child: ChildProcess,
  filesSize: () => number,
  first: Limits,
  onBreach: (breach: Breach) => void,
): ProcessWatch {
  let limits = first;
  let usageAtStart = 0;
  let queuedAtStart = 0;
  let startedAt = performance.now();
  let lastUsage = -1;
  let idleSince = startedAt;
  const readFilesSize = seldom(filesSize);
  const check = (): void => {
    const usage = child.pid === undefined ? undefined : readUsage(child.pid);
    const now = performance.now();
    const files = readFilesSize();
    if (!usage) {
      if (now - startedAt > limits.time) onBreach('time');
      else if (files > limits.memory) onBreach('memory');
      return;
    }
    if (usage.time !== lastUsage) idleSince = now;
    lastUsage = usage.time;
    const mostIdle = Math.max(limits.time, leastIdle);
    const idle = now - startedAt - (usage.time - usageAtStart) - (usage.queued - queuedAtStart);
    if (usage.time - usageAtStart > limits.time || now - idleSince > mostIdle || idle > mostIdle) onBreach('time');
    else if (usage.memory + files > limits.memory + emptyProcess) onBreach('memory');
  };
  const timer = setInterval(check, interval);
  return {
    begin: (next) => {
      limits = next;
      startedAt = performance.now();
      idleSince = startedAt;
      const usage = child.pid === undefined ? undefined : readUsage(child.pid);
      usageAtStart = usage?.time ?? 0;
      queuedAtStart = usage?.queued ?? 0;
    },
    stop: () => clearInterval(timer),
  };
}

/** A long look is not taken again before twenty times as long has passed; until then its last answer stands. */
function seldom(look: () => number): () => number {
  let answer = 0;
  let next = 0;
  return () => {
    const begin = performance.now();
    if (begin < next) return answer;
    answer = look();
    next = begin + Math.max(interval / 2, 20 * (performance.now() - begin));
    return answer;
  };
}

/** Milliseconds between two looks. */
const interval = 50;
/** Milliseconds without any processor time after which a process is stuck, unless its limit is longer. */
const leastIdle = 3000;
/** Bytes of an empty Node process, with room for what V8 keeps beside its heap. */
const emptyProcess = 160 * 1024 ** 2;
/** `sysconf(_SC_CLK_TCK)` of every Linux that Node runs on. */
const ticksPerSecond = 100;

interface Usage {
  /** Milliseconds of processor time, all threads. */
  readonly time: number;
  /**
   * Milliseconds that its main thread could have run in and had to wait for a processor;
   * endless where nobody tells.
   */
  readonly queued: number;
  /** Bytes in memory. */
  readonly memory: number;
}

function readUsage(pid: number): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    // The name in parentheses may hold spaces; the fields are counted after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    const memory = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { time: (ticks * 1000) / ticksPerSecond, queued: readQueued(pid), memory: Number(memory ?? 0) * 1024 };
  } catch {
    // It has ended.
    return { time: 0, queued: Number.POSITIVE_INFINITY, memory: 0 };
  }
}

function readQueued(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
