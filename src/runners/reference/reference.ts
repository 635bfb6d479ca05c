import type { Runner } from '../../examples/runner.ts';

/** A runner that really executes programs on this machine. */
export interface Reference extends Runner {
  /** What keeps them from the rest of it, in words. */
  readonly isolation: string;
}
