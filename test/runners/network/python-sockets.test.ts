import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printed, runPython } from '../pyodide/run-python.ts';
import { runs } from './runs.ts';

/** A name of `sockets.py`'s and what it is given. */
type Operation = readonly [name: string, ...values: number[]];
type Program = readonly Operation[];

const machine = readFileSync(join(import.meta.dirname, 'sockets.py'), 'utf8');
const hasPython = process.platform === 'linux' && spawnSync('python3', ['--version']).status === 0;

const slot = fc.nat(3);
const size = fc.constantFrom(1, 2, 5, 1000);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('new', 'close', 'detach', 'reset', 'reuse', 'error', 'name'), slot),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('connect', 'connect_ex', 'accept', 'bind'), slot, slot) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('send', 'recv', 'peek'), slot, size) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('listen', 'shutdown', 'wait'), slot, fc.nat(2)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('close', 'peer'), slot) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('select', 'poll')) },
);
// By chance alone, few sockets would ever be connected.
const listening: Program = [
  ['new', 0],
  ['listen', 0, 1],
  ['new', 1],
];
const waiting: Program = [...listening, ['connect', 1, 0]];
const connected: Program = [...waiting, ['accept', 0, 2]];
const beginning = fc.constantFrom<Program>([], listening, waiting, connected, connected, connected);
const program: fc.Arbitrary<Program> = fc
  .tuple(beginning, fc.array(operation, { maxLength: 14 }))
  .map(([first, more]) => [...first, ...more]);

test.skipIf(!hasPython)(
  'sockets in Python do what they do on this machine, whatever is done to them',
  { timeout: 600_000 },
  async () => {
    const property = fc.asyncProperty(fc.array(program, { minLength: 1, maxLength: 8 }), async (programs) => {
      const here = await transcriptHere(programs);
      if (here === transcriptOfMachine(programs, 0.002)) return;
      // A busy machine may take its time; nothing but that may make a difference.
      expect(here).toBe(transcriptOfMachine(programs, 0.03));
    });
    await fc.assert(property, runs(30));
  },
);

async function transcriptHere(programs: readonly Program[]): Promise<string> {
  const result = await runPython(source(programs, 0.002));
  return printed(result) + (result.end.kind === 'completed' ? '' : JSON.stringify(result.end));
}

function transcriptOfMachine(programs: readonly Program[], pause: number): string {
  const { stdout, stderr } = spawnSync('python3', ['-'], { input: source(programs, pause), encoding: 'utf8' });
  return stdout + stderr;
}

function source(programs: readonly Program[], pause: number): string {
  return `PROGRAMS = ${JSON.stringify(programs)}\nPAUSE = ${pause}\n${machine}`;
}
