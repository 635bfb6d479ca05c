import type { Runner } from '../examples/runner.ts';
import { createNodeRunner } from './node/node-runner.ts';
import { createPyodideRunner } from './pyodide/pyodide-runner.ts';

export type OpenRunners = { readonly node: Runner; readonly pyodide: Runner };

/** Every runner there is, ready to run. Whoever opens them closes them. */
export async function openRunners(): Promise<OpenRunners> {
  const [node, pyodide] = await Promise.all([createNodeRunner(), createPyodideRunner()]);
  return { node, pyodide };
}

export async function closeRunners({ node, pyodide }: OpenRunners): Promise<void> {
  await Promise.all([node.close(), pyodide.close()]);
}
