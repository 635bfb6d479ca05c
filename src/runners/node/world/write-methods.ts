import { defineProperty, getProperty } from './builtins.ts';

/** Writes all chunks, of `size` bytes together, to a handle at once; the answer is libuv's number. */
type WriteNow = (handle: object, chunks: readonly Uint8Array[], size: number) => number;

/** Gives a stream the methods with which Node's JavaScript writes to one, in every encoding that has its own. */
export function addWriteMethods(prototype: object, writeNow: WriteNow): void {
  const add = <T extends unknown[]>(name: string, toChunks: (...args: T) => readonly Uint8Array[]): void =>
    addMethod(prototype, name, toChunks, writeNow);
  const addEncoding = (name: string, encoding: BufferEncoding): void =>
    add(name, (text: string) => [Buffer.from(text, encoding)]);
  addEncoding('writeUtf8String', 'utf8');
  addEncoding('writeAsciiString', 'latin1');
  addEncoding('writeLatin1String', 'latin1');
  addEncoding('writeUcs2String', 'utf16le');
  add('writeBuffer', (bytes: Uint8Array) => [bytes]);
  add('writev', (chunks: readonly unknown[], allBuffers: boolean) =>
    allBuffers ? (chunks as readonly Uint8Array[]) : encodeChunks(chunks),
  );
}

function addMethod<T extends unknown[]>(
  prototype: object,
  name: string,
  toChunks: (...args: T) => readonly Uint8Array[],
  writeNow: WriteNow,
): void {
  const native = getProperty(prototype, name) as (this: object, request: unknown, ...args: T) => unknown;
  const value = function (this: object, request: unknown, ...args: T): unknown {
    const chunks = toChunks(...args);
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    return size > kernelBuffer ? native.call(this, request, ...args) : writeNow(this, chunks, size);
  };
  defineProperty(prototype, name, { __proto__: null, value, configurable: true, writable: true } as PropertyDescriptor);
}

/** Bytes that Linux takes at once on its loopback; of more, the rest is written later. */
const kernelBuffer = 2_500_000;

/** Texts and their encodings, by turns. */
function encodeChunks(chunks: readonly unknown[]): readonly Uint8Array[] {
  const buffers: Buffer[] = [];
  for (let index = 0; index < chunks.length; index += 2) {
    const chunk = chunks[index] as string | Uint8Array;
    buffers.push(
      typeof chunk === 'string' ? Buffer.from(chunk, chunks[index + 1] as BufferEncoding) : Buffer.from(chunk),
    );
  }
  return buffers;
}
