import { stripTypeScriptTypes } from 'node:module';
import type { Article, Example } from '../article/article.ts';
import { worldUpTo } from '../examples/plan-worlds.ts';
import type { Step } from '../examples/runner.ts';

/**
 * The steps a reader's browser runs for an example, its session's earlier ones and hidden lines included, with TypeScript
 * already stripped. Undefined if it cannot run there.
 */
export function browserSteps(
  article: Pick<Article, 'examples' | 'files'>,
  example: Example,
): readonly Step[] | undefined {
  if (example.mode.kind !== 'run') return undefined;
  const steps = worldUpTo(article, example)?.steps.map(({ step }) => step);
  if (!steps || example.runner === 'pyodide') return steps;
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
  /\b(?:import|export|require|process|Buffer|__dirname|__filename|module|exports|global|setImmediate)\b/u;
