import { readFileSync } from 'node:fs';

/** Milliseconds in which a process must have computed something, or it hangs. */
const patience = 60_000;

/** Hertz of the kernel's clock ticks, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/**
 * Calls `over` once the process has computed for `limit` milliseconds from now, or has done nothing at all for
 * a minute. What else the machine is busy with does not count, where the system tells (Linux); elsewhere four
 * times the limit of wall time is allowed.
 *
 * @returns ends the watch
 */
export function watchProcessorTime(pid: number, limit: number, over: (why: 'timeout' | 'hung') => void): () => void {
  const start = processorTime(pid);
  if (start === undefined) return timer(4 * limit, () => over('timeout'));
  let stop = (): void => {};
  let last = { used: 0, at: performance.now() };
  const look = (): void => {
    const used = (processorTime(pid) ?? start) - start;
    const at = performance.now();
    if (used > last.used) last = { used, at };
    if (used >= limit) over('timeout');
    else if (at - last.at >= patience) over('hung');
    // Nothing computes for longer than it lasts, so there is nothing to see before.
    else stop = timer(Math.min(limit - used + 10, patience), look);
  };
  stop = timer(limit, look);
  return () => stop();
}

function timer(ms: number, call: () => void): () => void {
  const id = setTimeout(call, ms);
  return () => clearTimeout(id);
}

/** Processor time of the process's main thread in milliseconds; undefined where the system does not tell. */
function processorTime(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8');
    // The name, in parentheses, may contain spaces. Behind it: state, 10 numbers, then user and system time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
