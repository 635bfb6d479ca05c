/**
 * Runs the steps of a world by the `eval` of Node's own REPL, one after another: `node session.ts
 * TASK`, where TASK is a file of JSON, `{steps: [{path, code, files}]}`. A step is over when the event
 * loop has nothing left to do.
 */
import { fstatSync, mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type REPLServer, start } from 'node:repl';
import { PassThrough, Writable } from 'node:stream';
import { describeThrown } from '../../node/world/thrown.ts';
import type { SessionTask } from '../node-reference.ts';

const { steps } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SessionTask;
process.argv.splice(1, 2, steps[0]?.path ?? '');
const handleError = (error: unknown): 'ignore' => {
  thrown ??= { error };
  isSettled = true;
  return 'ignore';
};
const options: Parameters<typeof start>[0] & { readonly handleError: typeof handleError } = {
  prompt: '',
  input: new PassThrough(),
  output: new Writable({ write: (_chunk, _encoding, done) => done() }),
  terminal: false,
  useGlobal: true,
  handleError,
};
const server: REPLServer = start(options);
let index = -1;
let printed = 0;
let isSettled = true;
let thrown: { readonly error: unknown } | undefined;

process.on('beforeExit', () => {
  if (index >= 0) tellStep();
  index++;
  const step = steps[index];
  if (!step) return;
  [isSettled, thrown, printed] = [false, undefined, fstatSync(1).size];
  for (const { name, text } of step.files) {
    mkdirSync(dirname(resolve(name)), { recursive: true });
    writeFileSync(name, text);
  }
  setImmediate(() =>
    server.eval(`${step.code}\n`, server.context, step.path, (error: unknown) => {
      isSettled = true;
      if (error) thrown ??= { error };
    }),
  );
});
process.on('exit', () => {
  if (index >= 0 && index < steps.length) tellStep();
});

function tellStep(): void {
  const end = { index, start: printed, end: fstatSync(1).size, isSettled };
  const error = thrown && { error: describeThrown(thrown.error) };
  writeSync(3, `${JSON.stringify({ kind: 'step', ...end, ...error })}\n`);
}
