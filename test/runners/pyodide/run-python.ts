import { afterAll } from 'vitest';
import type { Limits, Runner, RunResult, Step } from '../../../src/examples/runner.ts';
import { createPyodideRunner } from '../../../src/runners/pyodide/pyodide-runner.ts';

let runner: Promise<Runner> | undefined;

/** The one runner of a test file, with one process. */
export function pythonRunner(): Promise<Runner> {
  runner ??= createPyodideRunner({ concurrency: 1 });
  return runner;
}

afterAll(async () => (await runner)?.close());

const limits: Limits = { time: 10_000, output: 1024 * 1024, memory: 512 * 1024 * 1024 };

export function pythonStep(code: string, given: Partial<Limits> = {}): Step {
  const form = { kind: 'script' } as const;
  return { language: 'python', form, code, parseOnly: false, files: [], packages: [], limits: { ...limits, ...given } };
}

/** Runs a program in a world of its own. */
export async function runPython(code: string, given: Partial<Limits> = {}, seed = 1): Promise<RunResult> {
  const results = await (await pythonRunner()).run({ steps: [pythonStep(code, given)], seed });
  const [result] = results;
  if (!result || results.length > 1) throw new Error(`One result was expected, ${results.length} came`);
  return result;
}

/** What the program printed on either stream. */
export function printed(result: RunResult): string {
  return result.output.map(({ text }) => text).join('');
}

/** The line that an uncaught error ends with; otherwise how else the program ended. */
export function ending({ end }: RunResult): string {
  return (end.kind === 'error' || end.kind === 'unavailable' ? end.error?.text : undefined) ?? end.kind;
}
