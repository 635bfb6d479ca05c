import type { PyodideAPI } from 'pyodide';
import type { End, Step } from '../../examples/runner.ts';
import { endOfSession, expectsError } from './answers.ts';
import { digestsOfPackages, digestsOfStandardLibrary, frozenBytecode } from './bytecode-digests.ts';
import { type Ended, endOfFatalError, notReached, readEnded } from './ends.ts';
import { capMemory } from './memory-cap.ts';
import { connectOutput, type OutputOptions } from './output.ts';
import { bootWorld, type WorldOptions } from './python-world.ts';
import { type Bytecode, watchRawMemory } from './raw-memory.ts';
import { createRestorer } from './restore.ts';
import { createStepLimits } from './step-limits.ts';
import { type Prompt, readTranscript } from './transcript.ts';

export interface InterpreterOptions extends WorldOptions, OutputOptions {
  /** What `takeSnapshot` gave for these options; absent: the interpreter takes three times as long to start. */
  readonly snapshot?: Uint8Array;
  /**
   * By which `standard-library.ts` knows bytecode, a SHA-256 in hexadecimal; absent: bytes are taken for bytecode
   * unseen.
   */
  digest?(bytes: Uint8Array): string;
  /** Called now and then while Python computes, though not in the midst of a call into C. */
  stillRunning?(): void;
}

/** A Python interpreter that runs worlds one after another, as if each were the first. */
export interface Interpreter {
  /**
   * Starts a world; `turns`: its threads take turns, where `hasThreadStacks`, and then `runTakingTurns` runs
   * its steps.
   */
  begin(seed: number, turns?: Turns): void;
  /** Runs a step of the world; after the last one the program ends. Whatever Python does is a value. */
  run(step: Step, last: boolean): Ended;
  runTakingTurns(step: Step, last: boolean): Promise<Ended>;
  /** Ends the world and undoes all it did; false if that failed, and no other world may be started. */
  restore(): boolean;
}

/**
 * Which of the threads that can go on does so: the first one that could, the last one, or one as soon as it
 * is woken.
 */
export type Turns = 'first' | 'last' | 'woken';

/** Boots Pyodide with the world in it, and takes the image that every world starts from. */
export async function createInterpreter(options: InterpreterOptions): Promise<Interpreter> {
  const memory = capMemory();
  const { pyodide, world } = await bootWorld(options, options.snapshot);
  // Before `seal`, which takes away what it is found by.
  const bytecode = knownBytecode(pyodide, options);
  redefineRandomDevices(pyodide);
  const output = connectOutput(pyodide, options);
  world.onAnswer(output);
  world.seal();
  if (options.stillRunning) callWhileRunning(pyodide, options.stillRunning);
  const rawMemory = watchRawMemory(pyodide, world.doors, () => output.limit(-1), bytecode);
  const limits = createStepLimits(pyodide, memory, output, rawMemory);
  const restore = createRestorer(pyodide);
  let isBroken = false;
  const begin = (step: PythonStep): string => {
    limits.begin(step.limits);
    output.keep(step.form.kind === 'doctest');
    return JSON.stringify(step);
  };
  const read = (answer: string, step: PythonStep): Ended => {
    const { end, traits } = readEnded(answer);
    const ended = step.parseOnly ? end : endOfSession(step.prompts, world.answers(), end);
    return { end: limits.endOf(ended, step.limits), traits };
  };
  const endOfBroken = (error: unknown, { prompts }: PythonStep): End => {
    isBroken = true;
    const broken = limits.broken();
    if (broken) return broken;
    const uncaught = world.uncaught();
    if (uncaught !== undefined) return JSON.parse(uncaught);
    // `os._exit` tells no answer.
    const answers = [...world.answers(), { ...output.takeKept(), error: null }];
    return endOfSession(prompts, answers, endOfFatalError(error));
  };
  return {
    begin(seed, turns) {
      world.begin(JSON.stringify({ seed, turns: turns ?? null }));
    },
    run(given, last) {
      if (isBroken) return notReached;
      const step = pythonStep(given, last);
      try {
        return read(world.run(begin(step)), step);
      } catch (error) {
        return { end: endOfBroken(error, step), traits: [] };
      } finally {
        limits.end();
      }
    },
    async runTakingTurns(given, last) {
      if (isBroken) return notReached;
      const step = pythonStep(given, last);
      try {
        return read(await world.runTakingTurns(begin(step)), step);
      } catch (error) {
        return { end: endOfBroken(error, step), traits: [] };
      } finally {
        limits.end();
      }
    },
    restore: () => !world.threadsLeft() && limits.lift() && !isBroken && restore(),
  };
}

/** The bytecode of what Python and the locked packages bring along; undefined where nobody can tell (`digest`). */
function knownBytecode(pyodide: PyodideAPI, { digest, sitePackages }: InterpreterOptions): Bytecode | undefined {
  if (!digest) return undefined;
  return {
    digest,
    ofLibrary: new Set([
      ...digestsOfStandardLibrary(pyodide),
      ...frozenBytecode(pyodide).map((bytes) => digest(bytes)),
      ...(sitePackages ? digestsOfPackages(sitePackages) : []),
    ]),
  };
}

/** A step as the world takes it. */
interface PythonStep extends Step {
  readonly last: boolean;
  /** What a session types; none for a script. */
  readonly prompts: readonly Prompt[];
}

function pythonStep(step: Step, last: boolean): PythonStep {
  const prompts = step.form.kind === 'doctest' ? readTranscript(step.code) : [];
  // What is meant to be wrong cannot be parsed.
  return { ...step, last, prompts: step.parseOnly ? prompts.filter((prompt) => !expectsError(prompt)) : prompts };
}

/** Emscripten's devices give what is left of the last world's random bytes first. */
function redefineRandomDevices({ FS }: PyodideAPI): void {
  const byte = new Uint8Array(1);
  for (const name of ['random', 'urandom']) {
    FS.unlink(`/dev/${name}`);
    FS.createDevice('/dev', name, () => crypto.getRandomValues(byte)[0]);
  }
}

/** Python asks the interrupt buffer every few dozen instructions whether there is a signal; there never is one. */
function callWhileRunning(pyodide: PyodideAPI, call: () => void): void {
  const buffer = {
    get 0(): number {
      call();
      return 0;
    },
    set 0(_signal: number) {},
  };
  pyodide.setInterruptBuffer(buffer as unknown as Int32Array);
}
