import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchProcessorTime } from '../../../src/runners/pyodide/processor-time.ts';

function start(code: string): number {
  const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child.pid ?? 0;
}

it('tells when a process has computed for long enough', async () => {
  const over = vi.fn();
  watchProcessorTime(start('for (;;);'), 200, over);
  await vi.waitFor(() => expect(over).toHaveBeenCalledWith('timeout'), { timeout: 120_000 });
});

it.runIf(process.platform === 'linux')('does not count the time in which a process waits', async () => {
  const over = vi.fn();
  const stop = watchProcessorTime(start('setTimeout(() => {}, 60_000)'), 300, over);
  await wait(1500);
  stop();
  expect(over).not.toHaveBeenCalled();
});

it('tells nothing after it was stopped', async () => {
  const over = vi.fn();
  watchProcessorTime(start('for (;;);'), 50, over)();
  await wait(300);
  expect(over).not.toHaveBeenCalled();
});
