import fc from 'fast-check';
import { afterAll, test } from 'vitest';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { expectAsOnMachine, type Operation, type Program } from './as-on-machine.ts';

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
  await expectAsOnMachine(runner, 'datagrams', program);
});
