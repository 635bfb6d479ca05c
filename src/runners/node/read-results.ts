import type { End, OutputChunk, RunResult, Step, UncaughtError } from '../../examples/runner.ts';
import type { ReceivedItem } from './frames.ts';
import { surroundingsOf, unavailability } from './unavailable.ts';
import { readUncaught } from './uncaught.ts';
import type { Note, ThrownValue } from './world/protocol.ts';
import type { ProcessEnd } from './world-process.ts';

/**
 * What each step of a world came to.
 *
 * @throws if the process ended before its world stood: then the runner is broken, not the example.
 */
export function readResults(process: ProcessEnd, steps: readonly Step[], ms: number): readonly RunResult[] {
  if (!process.breach && !notesOf(process.items).some(({ kind }) => kind === 'ready')) {
    throw new Error(`The world of an example could not be made (exit ${process.exitCode ?? process.signal})`, {
      cause: process.report,
    });
  }
  const limit = (index: number): number => steps[index]?.limits.output ?? 0;
  if (steps.length === 1) {
    const end = endOfProcess(process, process.items, steps[0]?.code);
    return [{ output: readOutput(process.items, limit(0)), end, ms }];
  }
  const parts = splitSteps(process.items, steps.length);
  const last = parts.findLastIndex((items) => items !== undefined);
  const ends = parts.map((items, index): End => {
    if (!items) return { kind: 'not-reached' };
    const code = steps[index]?.code;
    return endOfStep(items, code) ?? (index === last ? endOfLastStep(process, items, code) : { kind: 'completed' });
  });
  blameLast(ends, last, process);
  return ends.map((end, index): RunResult => {
    const items = parts[index];
    if (!items) return { output: [], end, ms: 0 };
    return { output: readOutput(items, limit(index)), end, ms: ms / (last + 1) };
  });
}

/** Of the step in which the process ended: what an earlier step left may end it before this one runs. */
function endOfLastStep(process: ProcessEnd, items: readonly ReceivedItem[], code?: string): End {
  const end = endOfProcess(process, items, code);
  if (end.kind !== 'completed') return end;
  const notes = notesOf(items);
  if (!notes.some(({ kind }) => kind === 'step-runs')) return { kind: 'not-reached' };
  // Nothing was left to do, and the session did not hear of it: the program has taken its listeners away.
  const ranDry = !notes.some((note) => note.kind === 'exit' && !note.ranDry);
  const isSettled = notes.some(({ kind }) => kind === 'step-settled');
  return ranDry && !isSettled ? { kind: 'unsettled-await' } : end;
}

/** An exit code that comes of no step alone, such as that of `node:test`, which counts when all is over. */
function blameLast(ends: End[], last: number, process: ProcessEnd): void {
  if (ends[last]?.kind !== 'completed') return;
  const whole = endOfProcess(process, process.items);
  const isToldOf = ends.some((end) => end.kind === 'exit');
  if (whole.kind === 'exit' && !isToldOf) ends[last] = whole;
}

function notesOf(items: readonly ReceivedItem[]): readonly Note[] {
  return items.flatMap((item) => (item.kind === 'note' ? [item.note] : []));
}

function splitSteps(items: readonly ReceivedItem[], count: number): (readonly ReceivedItem[] | undefined)[] {
  const parts: (ReceivedItem[] | undefined)[] = Array.from({ length: count });
  let current: ReceivedItem[] | undefined;
  for (const item of items) {
    if (item.kind === 'note' && item.note.kind === 'step') {
      current = [];
      parts[item.note.index] = current;
    } else current?.push(item);
  }
  return parts;
}

/** Of a step after which the world went on; undefined if the process ended in it. */
function endOfStep(items: readonly ReceivedItem[], code?: string): End | undefined {
  const notes = notesOf(items);
  const stepEnd = notes.find((note) => note.kind === 'step-end');
  if (!stepEnd) return undefined;
  const uncaught = notes.find((note) => note.kind === 'uncaught') ?? thrownIn(notes);
  if (uncaught) return endOfError(uncaught.error, uncaught.error.shown, notes, code);
  const { end, exitCode } = stepEnd;
  return deniedEnd(notes) ?? (end === 'completed' && exitCode !== 0 ? { kind: 'exit', code: exitCode } : { kind: end });
}

/** An error that ended the process where it was asked what it is. */
function thrownIn(notes: readonly Note[]) {
  return notes.findLast((note) => note.kind === 'thrown');
}

function endOfProcess(process: ProcessEnd, items: readonly ReceivedItem[], code?: string): End {
  const notes = notesOf(items);
  if (process.breach) return breachEnds[process.breach];
  const uncaught = notes.findLast((note) => note.kind === 'uncaught') ?? thrownIn(notes);
  if (uncaught) return endOfError(uncaught.error, process.report, notes, code);
  if (/JavaScript heap out of memory|Array buffer allocation failed/.test(process.report))
    return { kind: 'memory-limit' };
  const denied = deniedEnd(notes);
  if (denied) return denied;
  if (notes.some(({ kind }) => kind === 'endless')) return { kind: 'timeout' };
  if (process.signal === 'SIGXCPU') return { kind: 'timeout' };
  if (process.isForged) return { kind: 'crash', reason: "it wrote into the runner's own channel" };
  // See `world/leave.ts`.
  const left = process.signal === 'SIGKILL' ? notes.findLast((note) => note.kind === 'exit') : undefined;
  const exitCode = left?.code ?? process.exitCode;
  if (exitCode === null) {
    const [said = ''] = process.report.split(stackDump);
    return { kind: 'crash', reason: said.trim() || `ended by ${process.signal}` };
  }
  // Whatever code its exit listeners choose. Only C++ writes into the report.
  if (/^Warning: Detected unsettled top-level await at /m.test(process.report)) return { kind: 'unsettled-await' };
  return exitCode === 0 ? { kind: 'completed' } : { kind: 'exit', code: exitCode };
}

/** Behind it are addresses of the machine's Node, and the world's own code. */
const stackDump = '----- Native stack trace -----';

const breachEnds: Readonly<Record<NonNullable<ProcessEnd['breach']>, End>> = {
  time: { kind: 'timeout' },
  output: { kind: 'output-limit' },
  memory: { kind: 'memory-limit' },
};

function endOfError(thrown: ThrownValue, report: string, notes: readonly Note[], code = ''): End {
  const error: UncaughtError = readUncaught(thrown, report);
  const denied = deniedEnd(notes, isRefusal(thrown) || isOfSystem(thrown) ? error : undefined);
  // Not every refusal says by itself what it is of.
  if (denied && isRefusal(thrown)) return denied;
  const missing = unavailability(thrown, surroundingsOf(code, error));
  if (missing) return { kind: 'unavailable', ...missing, error, ...(isRefusal(thrown) && { refused: true }) };
  return denied ?? { kind: 'error', error };
}

/** What Node says only where it was forbidden something. */
function isRefusal({ code = '' }: ThrownValue): boolean {
  return code === 'ERR_ACCESS_DENIED' || code === 'ERR_DLOPEN_DISABLED';
}

/** Only such an error can be what became of a refusal. */
function isOfSystem({ code = '' }: ThrownValue): boolean {
  return /^E[A-Z\d]+$/.test(code);
}

/** What a program does after it was refused something says nothing about Node, even if it caught the refusal. */
function deniedEnd(notes: readonly Note[], error?: UncaughtError): End | undefined {
  const denied = notes.find((note) => note.kind === 'denied');
  if (!denied) return undefined;
  const missing = unavailability({ code: 'ERR_ACCESS_DENIED', permission: denied.permission, name: '', message: '' });
  return missing && { kind: 'unavailable', ...missing, ...(error && { error, refused: true }) };
}

/** Joins neighbours of one stream, cut at `limit` bytes. */
function readOutput(items: readonly ReceivedItem[], limit: number): readonly OutputChunk[] {
  const chunks: { stream: OutputChunk['stream']; parts: Buffer[] }[] = [];
  let left = limit;
  for (const item of items) {
    if (item.kind !== 'output' || left === 0) continue;
    const bytes = item.bytes.subarray(0, left);
    left -= bytes.length;
    const last = chunks.at(-1);
    if (last?.stream === item.stream) last.parts.push(bytes);
    else chunks.push({ stream: item.stream, parts: [bytes] });
  }
  return chunks.map(({ stream, parts }) => ({ stream, text: nameNoPid(Buffer.concat(parts).toString()) }));
}

/** `(node:1234) Warning: …`: the number is another in every process. */
function nameNoPid(text: string): string {
  return text.replaceAll(/^\(node:\d+\) /gm, '(node:…) ');
}
