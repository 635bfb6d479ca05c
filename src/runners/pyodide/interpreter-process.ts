import type { End, OutputChunk, RunResult, Step, World } from '../../examples/runner.ts';
import type { Worker } from '../pool.ts';
import { siblingScript } from '../sibling-script.ts';
import type { Failure } from './child-channel.ts';
import type { Ended } from './ends.ts';
import { type FrameKind, frameReader } from './frames.ts';
import type { Turns } from './interpreter.ts';
import { type LaunchedProcess, launch } from './launch.ts';
import { OutputDecoder } from './output-decoder.ts';
import { watchProcessorTime } from './processor-time.ts';
import type { Answer, BootRequest, Request } from './worker.ts';
import { pathsOf } from './world-files.ts';

/** An interpreter in a process of its own, as its parent sees it. */
export interface InterpreterProcess extends Worker {
  /** Runs one world; where the interpreter cannot be restored after it, `usable` becomes false. */
  run(world: World, turns?: Turns): Promise<readonly StepResult[]>;
}

/** What a step did. */
export type StepResult = RunResult & Pick<Ended, 'traits'>;

/** @throws if the process does not come up */
export async function startInterpreter(boot: BootRequest): Promise<InterpreterProcess> {
  const launched = launch(siblingScript(import.meta.filename, 'worker'), [...pathsOf(boot), boot.snapshot]);
  const connection = connect(launched);
  const ready = await connection.ask(boot);
  if (ready.kind !== 'ready') throw brokenRunner('Pyodide does not start', ready, launched.complaints());
  let usable = true;
  return {
    get usable() {
      return usable && connection.alive();
    },
    async run({ seed, steps }, turns) {
      const { alive, ask } = connection;
      // What follows for certain is asked in advance: the process does not wait for this one then.
      const begun = ask({ kind: 'begin', seed, ...(turns && { turns }) });
      let restored: Promise<Reply> | undefined;
      const results: StepResult[] = [];
      for (const [index, step] of steps.entries()) {
        const last = index === steps.length - 1;
        const output = collectOutput();
        const ended = ask({ kind: 'run', step, last }, output.add);
        if (last) restored = ask({ kind: 'restore' });
        const begin = await begun;
        if (begin.kind !== 'begun') throw brokenRunner('Pyodide cannot begin a world', begin, launched.complaints());
        const result = await resultOf(connection, step, ended, output);
        results.push(result);
        if (endsWorld(result.end)) break;
      }
      if (alive()) usable = await isRestored(connection, restored ?? ask({ kind: 'restore' }));
      return steps.map((_, index) => results[index] ?? notReached);
    },
    close: connection.kill,
  };
}

/** Processor time, in milliseconds, that is not worth more than a new interpreter. */
const mostRestoring = 2000;

/** False, and the process ended, where the world left too much behind to clear it away. */
async function isRestored(connection: Connection, restored: Promise<Reply>): Promise<boolean> {
  const stopWatch = watchProcessorTime(connection.pid, mostRestoring, connection.kill);
  const answer = await restored;
  stopWatch();
  return answer.kind === 'restored' && answer.usable;
}

function brokenRunner(what: string, reply: Reply, complaints: string): Error {
  const reason = 'reason' in reply ? reply.reason : `it answered out of turn: ${reply.kind}`;
  return new Error(what, { cause: new Error(`${reason}\n${complaints}`.trim()) });
}

const notReached: StepResult = { output: [], end: { kind: 'not-reached' }, ms: 0, traits: [] };

function endsWorld(end: End): boolean {
  return ['exit', 'timeout', 'output-limit', 'memory-limit', 'crash'].includes(end.kind);
}

async function resultOf(
  connection: Connection,
  step: Step,
  ended: Promise<Reply>,
  output: ReturnType<typeof collectOutput>,
): Promise<StepResult> {
  const start = performance.now();
  let reason: End | undefined;
  const stopWatch = watchProcessorTime(connection.pid, step.limits.time, (why) => {
    reason = why === 'timeout' ? { kind: 'timeout' } : { kind: 'crash', reason: 'The interpreter hangs' };
    connection.kill();
  });
  const answer = await ended;
  stopWatch();
  const ms = performance.now() - start;
  if (answer.kind === 'ended') {
    // The limit itself may cut a character off.
    const printed = answer.end.kind === 'output-limit' ? output.chunks : output.end();
    return { output: printed, end: answer.end, ms, traits: answer.traits };
  }
  if (answer.kind !== 'died' && answer.kind !== 'failed') throw brokenRunner('Pyodide cannot run a step', answer, '');
  return { output: output.end(), end: reason ?? { kind: 'crash', reason: answer.reason }, ms, traits: [] };
}

type Print = (stream: OutputChunk['stream'], bytes: Uint8Array) => void;

/** Joins what is printed. */
function collectOutput() {
  const chunks: { stream: OutputChunk['stream']; text: string }[] = [];
  const decoder = new OutputDecoder();
  const join = ({ stream, text }: OutputChunk): void => {
    const last = chunks.at(-1);
    if (last?.stream === stream) last.text += text;
    else if (text !== '') chunks.push({ stream, text });
  };
  return {
    chunks: chunks as readonly OutputChunk[],
    add: (stream: OutputChunk['stream'], bytes: Uint8Array): void => join({ stream, text: decoder.add(stream, bytes) }),
    end(): readonly OutputChunk[] {
      decoder.end().forEach(join);
      return chunks;
    },
  };
}

interface Connection {
  readonly pid: number;
  alive(): boolean;
  /**
   * Sends the request and waits for its answer; this process stays alive meanwhile. It may be asked again before.
   *
   * @param print takes what is printed until this answer, but after the one before it
   */
  ask(request: Request | BootRequest, print?: Print): Promise<Reply>;
  kill(): void;
}

type Reply = Answer | Failure | { readonly kind: 'died'; readonly reason: string };

function connect(launched: LaunchedProcess): Connection {
  const { process: child, requests, frames } = launched;
  let alive = true;
  const asked: { readonly print: Print; readonly reply: (reply: Reply) => void }[] = [];
  const kill = (): void => void child.kill('SIGKILL');
  const read = frameReader((kind: FrameKind, bytes) => {
    if (kind !== 'message') asked[0]?.print(kind, bytes);
    else asked.shift()?.reply(JSON.parse(new TextDecoder().decode(bytes)) as Answer | Failure);
  });
  frames.on('data', read);
  const died = (reason: string): void => {
    alive = false;
    for (const { reply } of asked.splice(0)) reply({ kind: 'died', reason });
  };
  child.on('error', (error) => died(error.message));
  // Not 'exit': what it wrote last may still be on its way then.
  child.on('close', (code, signal) => died(`The interpreter ended with ${signal ?? code}`));
  const tell = (request: Request | BootRequest): void => void requests.write(`${JSON.stringify(request)}\n`);
  return {
    pid: child.pid ?? 0,
    alive: () => alive,
    async ask(request, print = () => {}) {
      if (!alive) return { kind: 'died', reason: 'The interpreter has ended' };
      hold(launched, true);
      const answer = new Promise<Reply>((reply) => asked.push({ print, reply }));
      tell(request);
      const result = await answer;
      if (asked.length === 0) hold(launched, false);
      return result;
    },
    kill,
  };
}

/** An idle process must not keep this one alive; one that is waited for must. */
function hold({ process: child, requests, frames }: LaunchedProcess, held: boolean): void {
  const handles = [child, child.stderr, requests, frames] as unknown as { ref(): void; unref(): void }[];
  for (const handle of handles) held ? handle.ref() : handle.unref();
}
