import { stripTypeScriptTypes } from 'node:module';
import type { Article, Example } from '../../article/article.ts';
import { worldUpTo } from '../../examples/plan-worlds.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import type { Step } from '../../examples/runner.ts';

/**
 * The steps a reader's browser runs for an example, its session's earlier ones and hidden lines included, with
 * TypeScript already stripped. Undefined if it cannot run there.
 *
 * @param record what it printed in the build, where that is known
 */
export function browserSteps(
  article: Pick<Article, 'examples' | 'files'>,
  example: Example,
  record?: Pick<ExampleRecord, 'output'>,
): readonly Step[] | undefined {
  if (example.mode.kind !== 'run') return undefined;
  const steps = worldUpTo(article, example)?.steps.map(({ step }) => step);
  if (!steps || example.runner === 'pyodide') return steps;
  if (record?.output.some(({ text }) => settledPromise.test(text))) return undefined;
  const scripts = steps.map(withoutTypes);
  return scripts.every((step) => step !== undefined && !needsNode.test(step.code)) ? (scripts as Step[]) : undefined;
}

/** Undefined where stripping cannot do it (`enum`, `namespace`). */
function withoutTypes(step: Step): Step | undefined {
  if (step.language !== 'typescript') return step;
  try {
    return { ...step, language: 'javascript', code: stripTypeScriptTypes(step.code) };
  } catch {
    return undefined;
  }
}

// Meant to be coarse: a Run button that is missing costs less than one that shows an error Node does not have.
const needsNode =
  /\b(?:import|export|require|process|Buffer|__dirname|__filename|module|exports|global|setImmediate|WebSocket|EventSource|BroadcastChannel|[Nn]avigator|localStorage|sessionStorage|Storage|subtle|SubtleCrypto|CryptoKey)\b/u;

// In browsers no program can see what has become of a promise, so there all are shown as pending.
const settledPromise = /Promise \{ (?!<pending>)/u;
