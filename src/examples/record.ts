import type { Language, RunnerName } from '../article/article.ts';
import type { OutputChunk } from './runner.ts';

export type VerdictName = 'passed' | 'failed' | 'skipped' | 'unavailable';

/**
 * What is written down of one example; the file is a JSON array of these, ordered by article and line.
 * The site, CI and anyone else read it from `.mithal/examples.json` or where `MITHAL_RECORD` points.
 */
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
  /** Wall time, in milliseconds. */
  readonly ms: number;
  readonly interpreter: string;
  /** What is wrong and what to write instead; absent where nothing is. */
  readonly message?: string;
  /** SHA-256 (hex) of the example's text and words: a reader of the record sees whether it is of this text. */
  readonly digest: string;
}
