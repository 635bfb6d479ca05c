import type { Internals } from './internals.ts';
import { workingFolder } from './protocol.ts';
import { compileScript } from './script.ts';
import { findSyntaxError } from './syntax.ts';

/** A step's code as a script for the session's global scope. */
export interface StepScript {
  readonly code: string;
  /** The script's value is a promise that settles when the step is done. */
  readonly isAsync: boolean;
}

/**
 * Rewrites what a script cannot hold: `import` becomes `await import()`, `export` goes, and top-level `await` is
 * rewritten by the function that Node's own REPL uses.
 *
 * @throws SyntaxError, also for the import of a name that its module does not export.
 */
export async function prepareStep(internals: Internals, code: string): Promise<StepScript> {
  const script = /\b(import|export)\b/.test(code) ? await withoutModuleSyntax(internals, code) : code;
  if (!/\bawait\b/.test(script)) return { code: script, isAsync: false };
  const { processTopLevelAwait } = internals.module('internal/repl/await') as {
    processTopLevelAwait(code: string): string | null;
  };
  try {
    // It puts its own code after the last line, which may be a comment.
    const awaited = processTopLevelAwait(`${script}\n`);
    return awaited === null ? { code: script, isAsync: false } : { code: awaited, isAsync: true };
  } catch (cause) {
    // V8 words the same error as Node does elsewhere.
    throw findSyntaxError(internals, { code, typescript: false, system: 'esm' }) ?? cause;
  }
}

/** Loads what {@link prepareStep} needs, as long as it can be loaded. */
export function loadRewriting(internals: Internals): void {
  for (const id of usedModules) internals.module(id);
}

const acorn = 'internal/deps/acorn/acorn/dist/acorn';
const usedModules = [
  ...['internal/repl/await', acorn, 'internal/vm', 'internal/modules/esm/loader', 'internal/modules/typescript'],
  ...['internal/modules/cjs/loader', 'internal/util'],
];

/** The parts of an ESTree module that are rewritten. */
interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly source?: { readonly value: string; readonly raw: string } | null;
  readonly specifiers?: readonly Specifier[];
  readonly declaration?: Statement | null;
}
interface Specifier {
  readonly type: string;
  readonly local: { readonly name: string };
  readonly imported?: { readonly name?: string; readonly value?: string };
}

async function withoutModuleSyntax(internals: Internals, code: string): Promise<string> {
  const { Parser } = internals.module(acorn) as {
    Parser: { parse(code: string, options: object): { body: readonly Statement[] } };
  };
  let body: readonly Statement[];
  try {
    ({ body } = Parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true }));
  } catch {
    // V8 finds the same error and words it as Node does.
    return code;
  }
  let rewritten = code;
  for (const statement of [...body].reverse()) {
    const text = await replacement(internals, statement, code);
    if (text === undefined) continue;
    // Lines keep their numbers.
    const lines = code.slice(statement.start, statement.end).split('\n').length - text.split('\n').length;
    rewritten = rewritten.slice(0, statement.start) + text + '\n'.repeat(lines) + rewritten.slice(statement.end);
  }
  return rewritten;
}

async function replacement(internals: Internals, statement: Statement, code: string): Promise<string | undefined> {
  const { type, source, declaration } = statement;
  if (type === 'ImportDeclaration' && source) return importReplacement(internals, statement, source.value, source.raw);
  if (type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && !declaration)) return '';
  if (!declaration || !type.startsWith('Export')) return undefined;
  const exported = code.slice(declaration.start, declaration.end);
  return /Declaration$/.test(declaration.type) ? exported : `(${exported});`;
}

async function importReplacement(
  internals: Internals,
  statement: Statement,
  module: string,
  raw: string,
): Promise<string> {
  const parts: string[] = [];
  const names: string[] = [];
  for (const { type, local, imported } of statement.specifiers ?? []) {
    if (type === 'ImportNamespaceSpecifier') parts.push(`const ${local.name} = await import(${raw});`);
    else names.push(`${JSON.stringify(exportName(type, imported))}: ${local.name}`);
  }
  await assertExports(internals, statement, module);
  if (names.length > 0) parts.push(`const { ${names.join(', ')} } = await import(${raw});`);
  return parts.length > 0 ? parts.join(' ') : `await import(${raw});`;
}

function exportName(type: string, imported: Specifier['imported']): string {
  return type === 'ImportDefaultSpecifier' ? 'default' : (imported?.name ?? imported?.value ?? '');
}

async function assertExports(internals: Internals, { specifiers = [] }: Statement, module: string): Promise<void> {
  // From a script of the world, so that the module is looked for, and missed, where the program stands.
  const namespace = (await compileScript(
    internals,
    `import(${JSON.stringify(module)})`,
    `${workingFolder}/example.js`,
  )()) as object;
  for (const { type, imported } of specifiers) {
    const name = exportName(type, imported);
    if (type === 'ImportNamespaceSpecifier' || name in namespace) continue;
    throw new SyntaxError(`The requested module '${module}' does not provide an export named '${name}'`);
  }
}
