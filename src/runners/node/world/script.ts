import { pathToFileURL } from 'node:url';
import type { Internals, Native } from './internals.ts';

/**
 * A script of the global scope, compiled as Node's REPL does it: `import()` in it finds modules from `path`.
 *
 * @throws SyntaxError
 */
export function compileScript(internals: Internals, code: string, path: string): () => unknown {
  const { makeContextifyScript, runScriptInThisContext } = internals.module('internal/vm') as Record<
    'makeContextifyScript' | 'runScriptInThisContext',
    Native
  >;
  const { getOrInitializeCascadedLoader } = internals.module('internal/modules/esm/loader') as {
    getOrInitializeCascadedLoader(): { import: Native };
  };
  const parent = pathToFileURL(path).href;
  const importModule = async (specifier: string, _script: unknown, attributes: unknown): Promise<unknown> =>
    getOrInitializeCascadedLoader().import(specifier, parent, attributes);
  const script = makeContextifyScript(code, path, 0, 0, undefined, false, undefined, Symbol(path), importModule);
  return () => runScriptInThisContext(script, false, false);
}
