import { expect, it } from 'vitest';
import { defaultLimits } from '../../../src/examples/default-limits.ts';
import type { Step } from '../../../src/examples/runner.ts';
import { pageStep, wholeStep } from '../../../src/site/render/page-step.ts';

const usual: Step = {
  language: 'python',
  form: { kind: 'script' },
  code: 'print(1)',
  parseOnly: false,
  files: [],
  packages: [],
  limits: defaultLimits,
};

it('a usual step is nothing but its code', () => {
  expect(pageStep(usual, 'pyodide', undefined)).toEqual({});
  expect(pageStep(usual, 'pyodide', 2)).toEqual({ code: 2 });
});

it.each([
  usual,
  { ...usual, form: { kind: 'doctest' } },
  { ...usual, files: [{ name: 'a.txt', text: 'a' }], packages: ['requests'], stdin: 'a\n' },
  { ...usual, limits: { ...usual.limits, time: 30_000 } },
  { ...usual, language: 'javascript', form: { kind: 'module', system: 'commonjs' } },
] satisfies Step[])('what is left out comes back: %o', (step) => {
  for (const runner of ['pyodide', 'node'] as const) {
    expect(wholeStep(pageStep(step, runner, step.code), runner, step.code)).toEqual(step);
  }
});
