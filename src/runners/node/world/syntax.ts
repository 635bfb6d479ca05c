import { pathToFileURL } from 'node:url';
import type { Internals, Native } from './internals.ts';
import { mainFile, type StepSource } from './protocol.ts';

type ParsedSource = Pick<StepSource, 'code' | 'typescript' | 'system'>;

/**
 * Parses a program as Node does when it loads one. The SyntaxError is the one that Node reports, its source line
 * included.
 */
export function findSyntaxError(internals: Internals, step: ParsedSource): unknown {
  try {
    parse(internals, step);
    return undefined;
  } catch (error) {
    (internals.module('internal/util')['decorateErrorStack'] as Native)(error);
    return error;
  }
}

function parse(internals: Internals, step: ParsedSource): void {
  const path = mainFile(step);
  const source = step.typescript ? stripTypes(internals, step.code, path) : step.code;
  const { containsModuleSyntax } = internals.binding('contextify') as { containsModuleSyntax: Native };
  const isModule = step.system === 'esm' || (step.system === 'detect' && containsModuleSyntax(source, path) === true);
  if (isModule) {
    const { ModuleWrap } = internals.binding('module_wrap') as { ModuleWrap: new (...args: unknown[]) => unknown };
    new ModuleWrap(pathToFileURL(path).href, undefined, source, 0, 0);
    return;
  }
  const { wrapSafe } = internals.module('internal/modules/cjs/loader') as { wrapSafe: Native };
  wrapSafe(path, source, undefined, 'commonjs');
}

/**
 * @throws a SyntaxError, also for what would have to be compiled instead of stripped
 * (`ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX`).
 */
export function stripTypes(internals: Internals, source: string, path: string): string {
  const { stripTypeScriptModuleTypes } = internals.module('internal/modules/typescript') as {
    stripTypeScriptModuleTypes: Native;
  };
  return stripTypeScriptModuleTypes(source, path) as string;
}
