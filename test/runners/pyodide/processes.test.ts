import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

const runner = resolve(import.meta.dirname, '../../../src/runners/pyodide/pyodide-runner.ts');

/** A program of its own that runs one Python program and does not close the runner. */
function start(python: string): ChildProcess {
  const limits = { time: 60_000, output: 1e6, memory: 1e9 };
  const step = {
    language: 'python',
    form: { kind: 'script' },
    code: python,
    parseOnly: false,
    files: [],
    packages: [],
    limits,
  };
  const program = `
    const { createPyodideRunner } = await import(${JSON.stringify(runner)});
    const runner = await createPyodideRunner();
    const [result] = await runner.run({ steps: [${JSON.stringify(step)}], seed: 1 });
    console.log(result.end.kind);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

describe('the processes of interpreters', () => {
  it('do not keep the program alive that started them', async () => {
    const child = start('print(1)');
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect([code, output]).toEqual([0, 'completed\n']);
  });

  it.runIf(process.platform === 'linux')('end with it, even if it is killed while an example loops', async () => {
    const child = start('while True: pass');
    const pid = child.pid ?? 0;
    const [interpreter = 0] = await vi.waitUntil(() => computing(childrenOf(pid)), { timeout: 120_000, interval: 100 });
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(`/proc/${interpreter}`)).toBe(false), { timeout: 120_000, interval: 100 });
  });
});

/** The processes, once they have computed for longer than starting takes. */
function computing(pids: number[]): number[] | undefined {
  const ticks = pids.map((pid) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13]));
  return ticks.some((count) => count > 400) ? pids : undefined;
}
