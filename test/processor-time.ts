/** Milliseconds of processor time that a synchronous function takes: a busy machine does not make it longer. */
export function processorTime(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
