import type { PyodideAPI } from 'pyodide';
import type { InterpreterOptions } from './interpreter.ts';

/** Counts what is printed. */
export interface Output {
  /** From now on so many bytes may be written. */
  limit(bytes: number): void;
}

/** Connects file descriptors 1 and 2; after the limit nothing comes through them any more. */
export function connectOutput(
  pyodide: PyodideAPI,
  options: Pick<InterpreterOptions, 'write' | 'outputLimitReached'>,
): Output {
  let left = Number.POSITIVE_INFINITY;
  const handler = (stream: 'stdout' | 'stderr') => ({
    write(bytes: Uint8Array): number {
      if (left >= 0 && bytes.length > 0) {
        options.write(stream, bytes.length > left ? bytes.subarray(0, left) : bytes);
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
  };
}
