import type { RunnerName } from '../../article/article.ts';
import { defaultLimits } from '../../examples/default-limits.ts';
import type { Step } from '../../examples/runner.ts';

/**
 * A step as a page holds it for the browser, without what is usual. Its code is a text, or the number in
 * `#Example-1` of the example that shows it; absent, it is that of the example itself.
 */
export type PageStep = Partial<Omit<Step, 'code'>> & { readonly code?: string | number };

export function pageStep({ code: _code, ...rest }: Step, runner: RunnerName, code: PageStep['code']): PageStep {
  const unusual = Object.entries(rest).filter(([name, value]) => {
    return JSON.stringify(value) !== JSON.stringify(usual[runner][name as keyof typeof rest]);
  });
  return { ...Object.fromEntries(unusual), ...(code !== undefined && { code }) };
}

export function wholeStep(step: PageStep, runner: RunnerName, code: string): Step {
  return { ...usual[runner], ...step, code };
}

const everywhere = {
  parseOnly: false,
  files: [],
  packages: [],
  limits: defaultLimits,
} as const;

const usual: Readonly<Record<RunnerName, Omit<Step, 'code'>>> = {
  node: { language: 'javascript', form: { kind: 'module', system: 'detect' }, ...everywhere },
  pyodide: { language: 'python', form: { kind: 'script' }, ...everywhere },
};
