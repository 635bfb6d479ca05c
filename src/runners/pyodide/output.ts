import type { PyodideAPI } from 'pyodide';
import { OutputDecoder } from './output-decoder.ts';

/** Where what is printed goes. */
export interface OutputOptions {
  /** Takes what is printed, in program order; the bytes are only valid during the call. */
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  /** Called when a step has printed as much as it may; nothing is written from then on. Should end the interpreter. */
  outputLimitReached(): void;
}

/** Counts what is printed. */
export interface Output {
  /** From now on so many bytes may be written. */
  limit(bytes: number): void;
  /** From now on stdout is kept back instead of being written, and stderr is written and kept too; or no longer. */
  keep(isKept: boolean): void;
  /** What was kept since the last time. */
  takeKept(): Printed;
}

/** What was printed at a prompt. */
export interface Printed {
  readonly stdout: string;
  /** Both streams, in the order in which a terminal shows them. */
  readonly terminal: string;
}

/** Connects file descriptors 1 and 2; after the limit nothing comes through them any more. */
export function connectOutput(pyodide: PyodideAPI, options: OutputOptions): Output {
  let left = Number.POSITIVE_INFINITY;
  let kept: { readonly stream: 'stdout' | 'stderr'; readonly bytes: Uint8Array }[] | undefined;
  const handler = (stream: 'stdout' | 'stderr') => ({
    write(bytes: Uint8Array): number {
      if (left >= 0 && bytes.length > 0) {
        const written = bytes.length > left ? bytes.subarray(0, left) : bytes;
        kept?.push({ stream, bytes: written.slice() });
        if (!kept || stream === 'stderr') options.write(stream, written);
        left -= bytes.length;
        if (left < 0) options.outputLimitReached();
      }
      return bytes.length;
    },
  });
  pyodide.setStdout(handler('stdout'));
  pyodide.setStderr(handler('stderr'));
  pyodide.setStdin({ stdin: () => null });
  return {
    limit(bytes) {
      left = bytes;
    },
    keep(isKept) {
      kept = isKept ? [] : undefined;
    },
    takeKept() {
      const taken = kept ?? [];
      if (kept) kept = [];
      return {
        stdout: decode(taken.filter(({ stream }) => stream === 'stdout')),
        terminal: decode(taken),
      };
    },
  };
}

function decode(chunks: readonly { readonly bytes: Uint8Array }[]): string {
  const decoder = new OutputDecoder();
  const texts = chunks.map(({ bytes }) => decoder.add('stdout', bytes));
  return [...texts, ...decoder.end().map(({ text }) => text)].join('');
}
