import { dirname, resolve } from 'node:path';
import { chain } from './builtins.ts';
import type { Channel } from './channel.ts';
import type { Internals } from './internals.ts';
import { mainFile, type StepSource, workingFolder } from './protocol.ts';
import { compileScript } from './script.ts';
import { loadRewriting, prepareStep } from './session-source.ts';
import { stripTypes } from './syntax.ts';
import { tellThrown } from './thrown.ts';

/** Steps that share one world. */
export interface Session {
  /** Ends the step that runs and begins the next one; without a next one, `last` ends the world. */
  stepDone(last: () => void): void;
  /** The step that runs ended in an error that nobody caught; names survive, and the loop runs dry. */
  survive(): void;
}

/**
 * Runs steps as if each were typed into Node's REPL: top-level names are those of one global scope, `await`
 * works at the top, an error ends its step only. A step ends when the event loop has nothing left to do.
 *
 * As in the REPL, a `const`, `let` or `class` of an earlier step cannot be declared again (it is a SyntaxError), and
 * code is sloppy unless it says 'use strict'.
 */
export function runSession(internals: Internals, channel: Channel, steps: readonly StepSource[]): Session {
  loadRewriting(internals);
  let index = -1;
  let isSettled = true;
  /** A step is blamed only for the exit code that it chose itself. */
  let earlierCode: typeof process.exitCode;
  const { setImmediate } = globalThis;
  const runStep = createStepRunner(internals, channel);
  const fail = (error: unknown): void => {
    isSettled = true;
    tellThrown(channel, error);
  };
  const begin = (): void => {
    const step = steps[index];
    if (!step) return;
    channel.note({ kind: 'step', index });
    isSettled = false;
    chain(
      runStep(step, fail),
      () => {
        isSettled = true;
        channel.note({ kind: 'step-settled' });
      },
      fail,
    );
  };
  const stepDone = (last: () => void): void => {
    if (index >= 0 && index < steps.length) {
      const { exitCode: code } = process;
      const exitCode = code === earlierCode ? 0 : Number(code ?? 0);
      earlierCode = code;
      channel.note({ kind: 'step-end', index, end: isSettled ? 'completed' : 'unsettled-await', exitCode });
    }
    index++;
    if (index < steps.length) setImmediate(begin);
    else last();
  };
  defineModuleNames(internals);
  process.on('beforeExit', () => stepDone(() => undefined));
  return {
    stepDone,
    survive: () => {
      isSettled = true;
    },
  };
}

/** Runs a step until its end, at which its promise settles; `fail` is told what the step's own code throws. */
function createStepRunner(
  internals: Internals,
  channel: Channel,
): (step: StepSource, fail: (error: unknown) => void) => Promise<void> {
  const { mkdirSync, writeFileSync } = internals.module('fs') as typeof import('node:fs');
  return async (step, fail) => {
    const path = mainFile(step);
    for (const { name, text } of step.files) {
      const file = resolve(workingFolder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const code = step.typescript ? stripTypes(internals, step.code, path) : step.code;
    const source = await prepareStep(internals, code);
    const runScript = compileScript(internals, source.code, path);
    if (step.parseOnly) return;
    channel.note({ kind: 'step-runs' });
    try {
      const result = runScript();
      if (source.isAsync) await result;
    } catch (error) {
      // Here and not where the promise is rejected: a microtask of the program comes before that, and may end
      // everything.
      fail(error);
    }
  };
}

/** The names that Node's REPL has as globals, where a module has them as parameters. */
function defineModuleNames(internals: Internals): void {
  const { Module } = internals.module('internal/modules/cjs/loader') as { Module: typeof import('node:module') };
  const require = Module.createRequire(`${workingFolder}/`);
  const module = { exports: {} };
  const [__dirname, __filename] = [workingFolder, `${workingFolder}/example.js`];
  Object.assign(globalThis, { require, module, exports: module.exports, __dirname, __filename });
}
