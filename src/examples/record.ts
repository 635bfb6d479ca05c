import type { Language, RunnerName } from '../article/article.ts';
import type { OutputChunk } from './runner.ts';

export type VerdictName = 'passed' | 'failed' | 'skipped' | 'unavailable';

/**
 * The file that anyone may read, at `.mithal/examples.json` or where `MITHAL_RECORD` points.
 * `src/content/record.schema.json` describes it for other programs.
 */
export interface RecordFile {
  /** Raised when a reader of the old form could misread the new one. */
  readonly version: typeof recordVersion;
  /** Ordered by article and line. */
  readonly examples: readonly ExampleRecord[];
}

export const recordVersion = 1;

/** What is written down of one example. */
export interface ExampleRecord {
  /** Path from the content folder, with forward slashes. */
  readonly article: string;
  /** Line of the opening fence, 1-based. */
  readonly line: number;
  readonly language: Language;
  readonly runner: RunnerName;
  readonly verdict: VerdictName;
  /** Why: `completed`, `expected-error`, `wrong-output`, `uncaught-error`, `timeout`, … See `judge.ts`. */
  readonly kind: string;
  readonly output: readonly OutputChunk[];
  /** The uncaught error, expected or not; `null` if there was none. */
  readonly error: { readonly name: string; readonly message: string; readonly text: string } | null;
  /** Wall time in milliseconds of the run that the result is of, which may be an earlier one. */
  readonly ms: number;
  readonly interpreter: string;
  /** The day it ran on (UTC), `2026-11-28`; of two runs the earlier one's. Absent if it did not run. */
  readonly day?: string;
  /** What is wrong and what to write instead; absent where nothing is. */
  readonly message?: string;
  /** SHA-256 (hex) of the example's text and words: a reader of the record sees whether it is of this text. */
  readonly digest: string;
}
