import type { RunResult, Step } from '../../../../src/examples/runner.ts';
import { pythonRunner, pythonStep } from '../run-python.ts';

/** Runs programs one after another in one world; `given` holds what their steps have beyond the code. */
export async function runSteps(codes: readonly string[], given: Partial<Step> = {}): Promise<readonly RunResult[]> {
  const steps = codes.map((code) => ({ ...pythonStep(code), ...given }));
  return (await pythonRunner()).run({ steps, seed: 1 });
}

export async function runStep(code: string, given: Partial<Step> = {}): Promise<RunResult> {
  const [result] = await runSteps([code], given);
  if (!result) throw new Error('No result came');
  return result;
}

/** What a transcript of Python's prompt ended with. */
export async function endOfSession(code: string): Promise<RunResult['end']> {
  return (await runStep(code, { form: { kind: 'doctest' } })).end;
}
