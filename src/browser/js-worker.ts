/** The worker that runs the JavaScript of one world, in the browser's own engine, with Node's console and timers. */
import { Proxy as InspectableProxy } from 'node-inspect-extracted';
import type { End, OutputChunk, Step } from '../examples/runner.ts';
import { createEvaluator, scriptAddress } from './evaluate.ts';
import { EventLoop } from './event-loop.ts';
import { OwnPromise, sliceOf } from './language-methods.ts';
import { createConsole } from './node-console.ts';
import { speakAsNode } from './node-words.ts';
import { fetchOffline } from './offline.ts';
import { post, serve } from './page-channel.ts';
import { uncaughtError, unhandledRejection } from './thrown-value.ts';
import { keepGlobals, nodeGlobals } from './worker-globals.ts';

let shown = false;
let printable = 0;
/** Whether the world goes on after an uncaught error, as Node's prompt does. */
let survives = false;
/** Reports an uncaught error. */
let endStep: (end: End) => void = () => {};

serve(async (request) => {
  if (request.kind === 'boot') {
    post({ kind: 'booted' });
    return;
  }
  const end = await runWorld(request.steps);
  shown = false;
  post({ kind: 'ended', end, reusable: false });
});

async function runWorld(steps: readonly Step[]): Promise<End> {
  const loop = new EventLoop(uncaught);
  prepareScope(loop);
  post({ kind: 'running' });
  const evaluator = createEvaluator(steps.length > 1);
  survives = steps.length > 1;
  let end: End = { kind: 'completed' };
  // No `for … of`: a step may have changed how arrays are gone through.
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Step;
    shown = index === steps.length - 1;
    printable = step.limits.output;
    end = await runStep(step, evaluator, loop);
    if (end.kind === 'output-limit') break;
  }
  return end;
}

async function runStep(step: Step, evaluator: ReturnType<typeof createEvaluator>, loop: EventLoop): Promise<End> {
  let isAwaiting = false;
  const settle = async (main: Promise<unknown>): Promise<void> => {
    isAwaiting = true;
    try {
      await main;
    } catch (thrown) {
      uncaught(thrown);
    }
    isAwaiting = false;
  };
  const ended = new OwnPromise<End>((resolve) => {
    endStep = resolve;
  });
  const finish = async (): Promise<void> => {
    await loop.runToEnd(() => {
      const main = evaluator.run(step);
      if (main) void settle(main);
    });
    // Of no effect behind an error.
    endStep({ kind: isAwaiting ? 'unsettled-await' : 'completed' });
  };
  const finished = finish();
  if (survives) await finished;
  return await ended;
}

function uncaught(thrown: unknown): void {
  endStep({ kind: 'error', error: uncaughtError(thrown) });
  // Node's process is gone by now.
  if (!survives) shown = false;
}

function print(stream: OutputChunk['stream'], text: string): void {
  if (!shown) return;
  post({ kind: 'output', chunk: { stream, text: sliceOf(text, 0, printable) } });
  printable -= text.length;
  if (printable > 0) return;
  shown = false;
  // The program may never come to its end; the page ends this worker.
  post({ kind: 'ended', end: { kind: 'output-limit' }, reusable: false });
}

/** Makes this worker look like Node to the program: its console, its timers, none of the worker's own names. */
function prepareScope(loop: EventLoop): void {
  globalThis.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    uncaught(unhandledRejection(event.reason));
  });
  globalThis.addEventListener('error', (event) => {
    event.preventDefault();
    uncaught(event.error);
  });
  Error.prepareStackTrace = formatStack;
  keepGlobals(nodeGlobals);
  loop.install();
  speakAsNode();
  const replaced = { console: createConsole(print), fetch: fetchOffline, Proxy: InspectableProxy };
  for (const [name, value] of Object.entries(replaced)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}

/** As the engine formats it, without the frames of this worker. */
function formatStack(error: Error, frames: readonly NodeJS.CallSite[]): string {
  const own = frames.filter((frame) => frame.getScriptNameOrSourceURL()?.endsWith(scriptAddress));
  let stack = String(error);
  for (let index = 0; index < own.length; index++) stack += `\n    at ${own[index]}`;
  return stack;
}
