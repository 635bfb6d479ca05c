import init, { transformSync } from '@swc/wasm-typescript-esm';
import type { UncaughtError } from '../examples/runner.ts';

/**
 * TypeScript without its types, each of them replaced by as many spaces: by the WebAssembly
 * that Node has for this, too.
 *
 * @returns the JavaScript, or what Node throws for code that it cannot be made of
 */
export async function stripTypes(code: string): Promise<string | UncaughtError> {
  loaded ??= init();
  // The next use tries again.
  loaded.catch(() => {
    loaded = undefined;
  });
  await loaded;
  try {
    return transformSync(code, { mode: 'strip-only', deprecatedTsModuleAsError: true }).code;
  } catch (error) {
    return syntaxError(error as Fault);
  }
}

let loaded: Promise<unknown> | undefined;

/** What the WebAssembly throws; lines are 1-based, columns 0-based. */
interface Fault {
  readonly code: 'InvalidSyntax' | 'UnsupportedSyntax' | (string & {});
  readonly message: string;
  readonly snippet: string;
  readonly startLine: number;
  readonly startColumn: number;
}

function syntaxError({ code, message, snippet, startLine, startColumn }: Fault): UncaughtError {
  const kind = code === 'UnsupportedSyntax' ? 'UNSUPPORTED' : 'INVALID';
  const text = `SyntaxError [ERR_${kind}_TYPESCRIPT_SYNTAX]: ${message}`;
  return {
    name: 'SyntaxError',
    classes: ['SyntaxError', 'Error', 'Object'],
    message,
    text,
    trace: `${snippet}\n${text}`,
    line: startLine,
    column: startColumn + 1,
  };
}
