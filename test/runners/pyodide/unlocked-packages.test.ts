import { afterAll, expect, it } from 'vitest';
import type { Step } from '../../../src/examples/runner.ts';
import { createPyodideRunner } from '../../../src/runners/pyodide/pyodide-runner.ts';

const runner = await createPyodideRunner({ concurrency: 1 });

afterAll(() => runner.close());

it('cannot run what names a package that is not locked, nor what comes after it', async () => {
  const results = await runner.run({
    seed: 1,
    steps: [step([]), step(['Charset_Normalizer', 'requests']), step(['no-such-package']), step([])],
  });
  expect(results.map(({ end }) => end.kind)).toEqual(['completed', 'completed', 'unavailable', 'not-reached']);
  expect(results[2]?.end).toMatchObject({ cause: 'package', reason: expect.stringContaining('no-such-package') });
});

function step(packages: readonly string[]): Step {
  const limits = { time: 5000, output: 1024, memory: 256 * 1024 * 1024 };
  return { language: 'python', form: { kind: 'script' }, code: 'pass', parseOnly: false, files: [], packages, limits };
}
