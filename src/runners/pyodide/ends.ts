import type { End } from '../../examples/runner.ts';

/** How a step ended. */
export interface Ended {
  readonly end: End;
  /**
   * `contested`: several threads could go on at once. `long`: one had the turn so long that Linux would take it
   * away.
   */
  readonly traits: readonly ('contested' | 'long')[];
}

/** `os._exit(0)` in the step before left no interpreter. */
export const notReached: Ended = { end: { kind: 'not-reached' }, traits: [] };

/** @throws if it is no end: only a program that disturbed what runs it makes it so */
export function readEnded(answer: string): Ended {
  const { end, traits } = JSON.parse(answer) as { readonly end?: End | null; readonly traits?: Ended['traits'] };
  if (typeof end?.kind !== 'string' || !Array.isArray(traits)) throw new Error('The program disturbed the runner');
  return { end, traits };
}

export const onRawMemory: End = {
  kind: 'unavailable',
  cause: 'language',
  reason: 'it works on the raw memory of the interpreter (ctypes, bytecode), which is another than on Linux',
};

/** How much of an end's text comes from the program, which could have printed it as well. */
export function lengthOf(end: End): number {
  if (end.kind === 'doctest') return end.received.length;
  const error = end.kind === 'error' || end.kind === 'unavailable' ? end.error : undefined;
  const reason = end.kind === 'unavailable' || end.kind === 'crash' ? end.reason.length : 0;
  return reason + (error ? Math.max(error.trace.length, error.message.length) : 0);
}

/** What MemoryErrors of the allocator and of compression say; one that the example itself raises mostly says more. */
const outOfMemory = ['', 'Unable to allocate output buffer.'];

/** Whether an example ended because its memory did. */
export function isMemoryError(end: End): boolean {
  return end.kind === 'error' && end.error.name === 'MemoryError' && outOfMemory.includes(end.error.message);
}

/** What escaped from the interpreter itself: `os._exit`, or its death. */
export function endOfFatalError(error: unknown): End {
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    // A process on Linux keeps one byte.
    const code = error.status & 0xff;
    return code === 0 ? { kind: 'completed' } : { kind: 'exit', code };
  }
  return { kind: 'crash', reason: error instanceof Error ? error.message : String(error) };
}
