/** Run as `node first-verdict.ts python|javascript`: runs one example from nothing, and ends. */
import { createNodeRunner } from '../../src/runners/node/node-runner.ts';
import { createPyodideRunner } from '../../src/runners/pyodide/pyodide-runner.ts';
import { ours } from './contenders.ts';
import { nodePrograms, pythonPrograms } from './programs.ts';

const isPython = process.argv[2] === 'python';
const runner = await (isPython ? createPyodideRunner() : createNodeRunner());
await ours(runner, isPython ? 'python' : 'javascript', 1).run((isPython ? pythonPrograms : nodePrograms).slice(0, 1));
// The verdict is there; what the runner still tidies up is not waited for.
console.log('verdict');
await runner.close();
