/** A file of a wiki that is imported. */
export interface WikiFile {
  /** From the wiki's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
