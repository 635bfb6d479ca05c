import { afterAll, beforeAll } from 'vitest';
import type { End, Runner, RunResult, Step } from '../../../src/examples/runner.ts';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { type StepOptions, step } from './world.ts';

/** A runner for the tests of a file, asked for one world at a time. */
export interface UsedRunner {
  readonly interpreter: () => string;
  /** Runs a program in a world of its own. */
  readonly run: (code: string, options?: StepOptions, seed?: number) => Promise<RunResult>;
  readonly endOf: (code: string, options?: StepOptions) => Promise<End>;
  /** Runs the steps of one world. */
  readonly runSteps: (steps: readonly Step[]) => Promise<readonly RunResult[]>;
}

export function useRunner(): UsedRunner {
  let runner: Runner;
  beforeAll(async () => {
    runner = await createNodeRunner({ concurrency: 2 });
  });
  afterAll(() => runner.close());
  const run: UsedRunner['run'] = async (code, options = {}, seed = 1) => {
    const [result] = await runner.run({ seed, steps: [step(code, options)] });
    if (!result) throw new Error('no result');
    return result;
  };
  return {
    interpreter: () => runner.interpreter,
    run,
    endOf: async (code, options) => (await run(code, options)).end,
    runSteps: (steps) => runner.run({ seed: 1, steps }),
  };
}

/** All that a step printed, in program order. */
export function printed({ output }: RunResult): string {
  return output.map(({ text }) => text).join('');
}
