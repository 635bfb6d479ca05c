import type { Step } from '../examples/runner.ts';

/** Runs the program texts of one world. */
export interface Evaluator {
  /**
   * Runs a step at once.
   *
   * @returns the end of its main part, if that is awaited; what it rejects with was not caught
   * @throws what the program throws, and a SyntaxError for what is no program
   */
  run(step: Pick<Step, 'code' | 'form'>): Promise<unknown> | undefined;
}

/** @param isSession whether the names of a step are seen by the next ones */
export function createEvaluator(isSession: boolean): Evaluator {
  if (!isSession) return { run: runAlone };
  let wasParsed = false;
  const keepScope = (inner: Evaluate): void => {
    wasParsed = true;
    evaluateInScope = inner;
  };
  const outermost = globalEval(`((${handOver}) => (code) => eval(code))`) as (keep: typeof keepScope) => Evaluate;
  // Evaluates code that sees the names of the steps before it.
  let evaluateInScope = outermost(keepScope);
  const start = `${handOver}((code) => eval(code));`;
  return {
    run({ code, form }) {
      wasParsed = false;
      const isModule = isForced(form);
      try {
        return isModule ? asynchronous() : void evaluateInScope(start + code);
      } catch (error) {
        if (wasParsed || !(error instanceof SyntaxError) || !parses(AsyncFunction, code)) throw error;
        return asynchronous();
      }
      function asynchronous(): Promise<unknown> {
        return evaluateInScope(`(async () => {${start}${code}\n})()`) as Promise<unknown>;
      }
    },
  };
}

type Evaluate = (code: string) => unknown;

const handOver = '__handOverScope';
// Not called by its own name, it evaluates a sloppy script outside of this module.
// biome-ignore lint/security/noGlobalEval: this worker is there to run the text of programs, and has no access to the page.
const globalEval: (code: string) => unknown = globalThis.eval.bind(globalThis);
const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/**
 * As Node runs a file: in a function of its own, or as a module if it is one by its kind or by an `await` at its top
 * level.
 */
function runAlone({ code: text, form }: Pick<Step, 'code' | 'form'>): Promise<unknown> | undefined {
  const code = text.replace(/^#!.*/, '');
  const isModule = isForced(form);
  const error = isModule ? parseError(AsyncFunction, `"use strict";${code}`) : parseError(Function, code);
  if (!error) {
    if (isModule) return runModule(code);
    const main = globalEval(`(function () {${code}\n})\n//# sourceURL=${scriptAddress}`) as (this: object) => void;
    main.call({});
    return undefined;
  }
  if (!isModule && parses(AsyncFunction, `"use strict";${code}`)) return runModule(code);
  throw error;
}

/** What stack traces name; as in the world of the build. */
export const scriptAddress = '/example/example.js';

function runModule(code: string): Promise<unknown> {
  const source = `(async function () {"use strict";${code}\n})\n//# sourceURL=file://${scriptAddress}`;
  const main = globalEval(source) as (this: undefined) => Promise<unknown>;
  return main.call(undefined);
}

function isForced(form: Step['form']): boolean {
  return form.kind === 'module' && form.system === 'esm';
}

function parses(kind: FunctionConstructor, code: string): boolean {
  return parseError(kind, code) === undefined;
}

/** The error in a function's body, as it would be called in a file. */
function parseError(kind: FunctionConstructor, body: string): SyntaxError | undefined {
  try {
    new kind(body);
    return undefined;
  } catch (error) {
    // A function's missing end is reported as a brace too many. As a script nothing of it is run.
    try {
      globalEval(`throw 0;${body}`);
    } catch (asScript) {
      if (asScript instanceof SyntaxError) return asScript;
    }
    return error as SyntaxError;
  }
}
