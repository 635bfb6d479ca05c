import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { runPlainNode } from '../node/plain-node.ts';
import { step } from '../node/world.ts';
import { runs } from './runs.ts';

/** A name of `datagrams.mjs`'s and what it is given: a socket, and another one. */
type Operation = readonly [name: string, slot: number, value?: number];
type Program = readonly Operation[];

const machine = readFileSync(join(import.meta.dirname, 'datagrams.mjs'), 'utf8');
const runner = await createNodeRunner();
afterAll(() => runner.close());

const socket = fc.constantFrom(1, 2, 3);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom('send', 'send', 'sendTooMuch', 'connect', 'bindAt'), socket, socket),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom('bind', 'bindEverywhere', 'disconnect', 'sendOn', 'sendOn', 'close', 'state', 'options'),
      socket,
    ),
  },
);
const bound: Program = [
  ['bind', 1],
  ['bindEverywhere', 2],
];
const connected: Program = [...bound, ['connect', 2, 1]];
const beginning = fc.constantFrom<Program>([], bound, bound, connected);
const program: fc.Arbitrary<Program> = fc
  .tuple(beginning, fc.array(operation, { maxLength: 9 }))
  .map(([first, more]) => [...first, ...more]);

test('datagrams in Node go where they go on this machine, whatever is done', { timeout: 600_000 }, async () => {
  const property = fc.asyncProperty(fc.array(program, { minLength: 1, maxLength: 20 }), async (programs) => {
    const here = sorted(await transcriptHere(programs));
    // A busy machine may take its time; nothing but that may make a difference.
    for (const pause of [20, 200]) if (here === sorted(await transcriptOfMachine(programs, pause))) return;
    expect(here).toBe(sorted(await transcriptOfMachine(programs, 2000)));
  });
  await fc.assert(property, runs(10));
});

async function transcriptHere(programs: readonly Program[]): Promise<string> {
  // Virtual time: as much of it as may be needed costs nothing.
  const [result] = await runner.run({ seed: 1, steps: [step(source(programs, 1000), { extension: 'mjs' })] });
  const printed = result?.output.map(({ text }) => text).join('') ?? '';
  return printed + (result?.end.kind === 'completed' ? '' : JSON.stringify(result?.end));
}

async function transcriptOfMachine(programs: readonly Program[], pause: number): Promise<string> {
  const { stdout, stderr } = await runPlainNode({
    title: 'datagrams',
    code: source(programs, pause),
    extension: 'mjs',
  });
  return stdout + stderr;
}

/**
 * Between two operations, what each socket tells, in its own order. Which of two ends the kernel lets Node hear of first
 * is not for programs to know.
 */
function sorted(transcript: string): string {
  const subject = (line: string): string => line.split(' ', 2).join(' ');
  const bursts = transcript.split(/^(?=>)/m).map((burst) => {
    const [operation = '', ...events] = burst.trimEnd().split('\n');
    return [operation, ...events.toSorted((a, b) => subject(a).localeCompare(subject(b), 'en'))].join('\n');
  });
  return bursts.join('\n');
}

function source(programs: readonly Program[], pause: number): string {
  return `const PROGRAMS = ${JSON.stringify(programs)};\nconst PAUSE = ${pause};\n${machine}`;
}
