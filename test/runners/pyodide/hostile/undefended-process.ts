/**
 * Run by `undefended.ts` as a process with all rights: stock Pyodide with the globals of Node, which is put
 * back between programs as the runner does it, and nothing else of the runner's defences.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import { createRestorer } from '../../../../src/runners/pyodide/restore.ts';
import type { Trace, Trial } from './undefended.ts';

globalThis.FinalizationRegistry = class {
  register(): void {}
  unregister(): boolean {
    return false;
  }
} as unknown as FinalizationRegistryConstructor;

const [, , standardLibrary = ''] = process.argv;
const pyodide = await loadPyodide({ stdLibURL: pathToFileURL(standardLibrary).href });
const harness = readFileSync(join(import.meta.dirname, 'harness.py'), 'utf8');
let printed = '';
const write = (bytes: Uint8Array): number => {
  printed += new TextDecoder().decode(bytes);
  return bytes.length;
};
pyodide.setStdout({ write });
pyodide.setStderr({ write });
const restore = createRestorer(pyodide);

process.on('message', (trial: Trial) => {
  printed = '';
  const trace = run(pyodide, trial);
  process.send?.({ ...trace, reusable: trace.usable && !trial.goesOn && isRestored() });
});
process.send?.('ready');

function run(python: PyodideAPI, { code, probe, harnessed }: Trial): Omit<Trace, 'reusable'> {
  const status = attempt(() => {
    if (!harnessed) return void python.runPython(code);
    python.runPython(
      `import sys, types\nharness = sys.modules["harness"] = types.ModuleType("harness")\nexec(${JSON.stringify(harness)}, vars(harness))`,
    );
    python.globals.get('harness').run(code);
  });
  const output = printed;
  printed = '';
  const usable = attempt(() => void python.runPython(probe ?? 'pass')) !== 'broken';
  return { status, output, probed: printed, usable };
}

function isRestored(): boolean {
  try {
    return restore();
  } catch {
    return false;
  }
}

/** As a shell sees the end of a program. */
function attempt(call: () => void): Trace['status'] {
  try {
    call();
    return 'ended';
  } catch (error) {
    if (error instanceof Error && 'status' in error) return error.status === 0 ? 'ended' : 'failed';
    if (error instanceof Error && error.name === 'PythonError')
      return /^SystemExit: 0$/m.test(error.message) ? 'ended' : 'failed';
    return 'broken';
  }
}
