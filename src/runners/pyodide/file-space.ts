import type { PyodideAPI } from 'pyodide';

/** Keeps what a program stores in files below a limit; they lie outside WebAssembly's memory. */
export interface FileSpace {
  /** From now on so many bytes may be added; forgets earlier refusals. */
  limit(bytes: number): void;
  /** Whether anything was refused since. */
  refused(): boolean;
}

/** What is used of Emscripten's file system; the names are those it calls itself by. */
interface FileSystem {
  createNode(...given: readonly unknown[]): unknown;
  createStream(stream: PipeStream, ...given: readonly unknown[]): unknown;
  readonly filesystems: { readonly MEMFS: { readonly ops_table: { readonly file: FileOperations } } };
  readonly ErrnoError: new (errno: number) => Error;
}

/** Only the ends of pipes bring operations of their own. */
interface PipeStream {
  readonly node: object;
  stream_ops?: { write(stream: unknown, bytes: unknown, at: number, length: number, ...rest: unknown[]): number };
}

interface FileOperations {
  readonly node: { setattr(node: { usedBytes: number }, changes: { size?: number }): void };
  readonly stream: {
    write(
      stream: { node: { usedBytes: number } },
      bytes: unknown,
      at: number,
      length: number,
      position: number,
      own?: boolean,
    ): number;
  };
}

/** What a file or folder costs that is empty. */
const bytesPerNode = 1024;
/** ENOSPC, as Emscripten counts. */
const noSpace = 51;

export function limitFileSpace(pyodide: Pick<PyodideAPI, 'FS'>): FileSpace {
  const fs = pyodide.FS as unknown as FileSystem;
  let left = Number.POSITIVE_INFINITY;
  let refused = false;
  const take = (bytes: number): void => {
    if (bytes > left) {
      refused = true;
      throw new fs.ErrnoError(noSpace);
    }
    if (bytes > 0) left -= bytes;
  };
  const { createNode } = fs;
  fs.createNode = (...given) => {
    take(bytesPerNode);
    return createNode.apply(fs, [...given]);
  };
  const { createStream } = fs;
  fs.createStream = (stream, ...given) => {
    if ('pipe' in stream.node && stream.stream_ops) {
      const operations = stream.stream_ops;
      stream.stream_ops = {
        ...operations,
        write(end, bytes, at, length, ...rest) {
          take(length);
          return operations.write(end, bytes, at, length, ...rest);
        },
      };
    }
    return createStream.call(fs, stream, ...given);
  };
  const { node: nodes, stream: streams } = fs.filesystems.MEMFS.ops_table.file;
  const { setattr } = nodes;
  nodes.setattr = (node, changes) => {
    take((changes.size ?? 0) - node.usedBytes);
    setattr(node, changes);
  };
  const { write } = streams;
  streams.write = (stream, bytes, at, length, position, own) => {
    take(position + length - stream.node.usedBytes);
    return write(stream, bytes, at, length, position, own);
  };
  return {
    limit(bytes) {
      left = bytes;
      refused = false;
    },
    refused: () => refused,
  };
}
