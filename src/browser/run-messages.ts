import type { End, OutputChunk, Step } from '../examples/runner.ts';

/** What the page asks of a worker: to boot, once; then to run worlds, one after another. */
export type RunRequest =
  /** `parts`: what the worker is made of (`RuntimeFiles`). */
  | { readonly kind: 'boot'; readonly parts: Readonly<Record<string, ArrayBuffer>> }
  | ({ readonly kind: 'run' } & RunOrder);

export interface RunOrder {
  /** One world. Only what the last step prints is shown; the others lead to it. */
  readonly steps: readonly Step[];
  /** The same program with the same seed and answers does the same, but for the time it is. */
  readonly seed: number;
  /**
   * What the reader has typed so far; a program that reads more ends as `input`. Absent: it reads what its step
   * says.
   */
  readonly input?: { readonly answers: readonly string[] };
}

/** How a run ended; `input`: at a line that nobody has typed yet. */
export type RunEnd = End | { readonly kind: 'input' };

/** What a worker tells the page: `booted`; then, for every world, in this order. `ended` or `failed` comes last. */
export type RunMessage =
  | { readonly kind: 'booted' }
  | { readonly kind: 'running' }
  | { readonly kind: 'output'; readonly chunk: OutputChunk }
  /** `reusable`: another world may be run in this worker. */
  | { readonly kind: 'ended'; readonly end: RunEnd; readonly reusable: boolean }
  /** The runner itself broke. */
  | { readonly kind: 'failed'; readonly reason: string };
