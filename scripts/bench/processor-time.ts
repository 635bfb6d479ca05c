import { readdirSync, readFileSync } from 'node:fs';

/** What this process and everything below it has used. */
export interface Usage {
  /** Milliseconds of processor time, of ended processes too. */
  readonly time: number;
  /** Bytes in memory of the living processes below this one. */
  readonly memory: number;
}

/** Reads the kernel's books. @returns undefined where there is no `/proc` (all but Linux) */
export function readUsage(): Usage | undefined {
  if (process.platform !== 'linux') return undefined;
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  const tree = new Set([process.pid]);
  // Parents have been started before their children, but numbers wrap around.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  const ours = all.filter(({ pid }) => tree.has(pid));
  const below = ours.filter(({ pid }) => pid !== process.pid);
  return { time: sum(ours.map(({ time }) => time)), memory: sum(below.map(({ memory }) => memory)) };
}

interface ProcessUsage extends Usage {
  readonly pid: number;
  readonly parent: number;
}

function readProcess(pid: number): ProcessUsage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may contain spaces. Behind it: state and parent; from the 12th
    // on own and children's time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = sum(fields.slice(11, 15).map(Number));
    return {
      pid,
      parent: Number(fields[1]),
      time: (ticks * 1000) / ticksPerSecond,
      memory: Number(fields[21]) * pageSize,
    };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

/** Of every Linux that Node runs on. */
const ticksPerSecond = 100;
const pageSize = 4096;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
