/** A program whose world must be indistinguishable from plain Node on a Linux machine without a network. */
export interface Snippet {
  readonly title: string;
  /** `js` unless said otherwise. */
  readonly extension?: 'js' | 'mjs' | 'cjs' | 'ts' | 'mts' | 'cts';
  readonly code: string;
  readonly stdin?: string;
}
