import fc from 'fast-check';
import { afterAll, test } from 'vitest';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { expectAsOnMachine, type Operation, type Program } from './as-on-machine.ts';

const runner = await createNodeRunner();
afterAll(() => runner.close());

// What a server accepts has its own number and 10.
const server = fc.constantFrom(1, 2);
const client = fc.constantFrom(3, 4);
const socket = fc.constantFrom(3, 3, 4, 11, 11, 12);
const size = fc.constantFrom(1, 10, 1000);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('write', 'endWith'), socket, size) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('write'), socket, size) },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom('end', 'destroy', 'destroySoon', 'fail', 'reset', 'pause', 'resume', 'state', 'state', 'timeout'),
      socket,
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('connect'), client, server) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('listen'), server, server) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('close', 'count'), server) },
);
const listening: Program = [['listen', 1, 9]];
const connected: Program = [...listening, ['connect', 3, 1]];
const paused: Program = [
  ['listen', 2, 9],
  ['connect', 3, 2],
  ['connect', 4, 2],
];
const beginning = fc.constantFrom<Program>([], listening, connected, connected, paused);
const program: fc.Arbitrary<Program> = fc
  .tuple(beginning, fc.array(operation, { maxLength: 9 }))
  .map(([first, more]) => [...first, ...more]);

test('sockets in Node do what they do on this machine, whatever is done to them', { timeout: 600_000 }, async () => {
  await expectAsOnMachine(runner, 'sockets', program);
});
