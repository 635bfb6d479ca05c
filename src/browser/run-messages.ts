import type { End, OutputChunk, Step } from '../examples/runner.ts';

/** What the page asks of a worker, once for every run. */
export interface RunRequest {
  /** One world. Only what the last step prints is shown; the others lead to it. */
  readonly steps: readonly Step[];
}

/** What a worker tells the page, in this order; `ended` or `failed` comes last. */
export type RunMessage =
  /** Bytes of the runner that have arrived; `total` is 0 while it is not known. */
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'output'; readonly chunk: OutputChunk }
  /** `reusable`: another world may be run in this worker. */
  | { readonly kind: 'ended'; readonly end: End; readonly reusable: boolean }
  /** The runner itself could not be fetched or broke. */
  | { readonly kind: 'failed'; readonly reason: string };
