import type { Step } from '../../../src/examples/runner.ts';

export interface StepOptions {
  readonly extension?: 'js' | 'mjs' | 'cjs' | 'ts' | 'mts' | 'cts';
  readonly stdin?: string;
  readonly parseOnly?: boolean;
  readonly files?: Step['files'];
  readonly limits?: Partial<Step['limits']>;
}

export function step(code: string, options: StepOptions = {}): Step {
  const { extension = 'js', stdin, parseOnly = false, files = [], limits } = options;
  const system = extension.startsWith('m') ? 'esm' : extension.startsWith('c') ? 'commonjs' : 'detect';
  return {
    language: extension.endsWith('ts') ? 'typescript' : 'javascript',
    form: { kind: 'module', system },
    code,
    parseOnly,
    files,
    packages: [],
    ...(stdin !== undefined && { stdin }),
    limits: { time: 10_000, output: 1024 * 1024, memory: 512 * 1024 * 1024, ...limits },
  };
}
