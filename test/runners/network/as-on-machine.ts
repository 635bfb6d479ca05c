import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Runner } from '../../../src/examples/runner.ts';
import { runPlainNode } from '../node/plain-node.ts';
import { step } from '../node/world.ts';
import { runs } from './runs.ts';

/** A name of the machine's and what it is given: a socket, and a number or another socket. */
export type Operation = readonly [name: string, slot: number, value?: number];
export type Program = readonly Operation[];

/**
 * Demands that programs do in a world of Node what they do in plain Node on this machine.
 *
 * @param title file beside this one, without its extension, that has the operations
 */
export async function expectAsOnMachine(
  runner: Pick<Runner, 'run'>,
  title: string,
  program: fc.Arbitrary<Program>,
): Promise<void> {
  const parts = [title, 'run-programs'].map((name) => readFileSync(join(import.meta.dirname, `${name}.mjs`), 'utf8'));
  const source = (programs: readonly Program[], pause: number): string =>
    `const PROGRAMS = ${JSON.stringify(programs)};\nconst PAUSE = ${pause};\n${parts.join('\n')}`;
  const transcriptHere = async (programs: readonly Program[]): Promise<string> => {
    // Virtual time: as much of it as may be needed costs nothing.
    const [result] = await runner.run({ seed: 1, steps: [step(source(programs, 1000), { extension: 'mjs' })] });
    const printed = result?.output.map(({ text }) => text).join('') ?? '';
    return printed + (result?.end.kind === 'completed' ? '' : JSON.stringify(result?.end));
  };
  const transcriptOfMachine = async (programs: readonly Program[], pause: number): Promise<string> => {
    const { stdout, stderr } = await runPlainNode({ title, code: source(programs, pause), extension: 'mjs' });
    return stdout + stderr;
  };
  const property = fc.asyncProperty(fc.array(program, { minLength: 1, maxLength: 20 }), async (programs) => {
    const here = sorted(await transcriptHere(programs));
    // A busy machine may take its time; nothing but that may make a difference.
    for (const pause of [20, 200]) if (here === sorted(await transcriptOfMachine(programs, pause))) return;
    expect(here).toBe(sorted(await transcriptOfMachine(programs, 2000)));
  });
  await fc.assert(property, runs(10));
}

/**
 * Between two operations, what each socket tells, in its own order. Which of two ends the kernel lets Node hear
 * of first is not for programs to know.
 */
function sorted(transcript: string): string {
  const subject = (line: string): string => line.split(' ', 2).join(' ');
  const bursts = transcript.split(/^(?=>)/m).map((burst) => {
    const [operation = '', ...events] = burst.trimEnd().split('\n');
    return [operation, ...events.toSorted((a, b) => subject(a).localeCompare(subject(b), 'en'))].join('\n');
  });
  return bursts.join('\n');
}
