import { defineProperty, getProperty } from './builtins.ts';

interface Writer {
  /** Writes everything at once; the answer is libuv's number. */
  writeNow(chunks: readonly Uint8Array[], size: number): number;
}

/** Gives a stream the methods with which Node's JavaScript writes to one, in every encoding that has its own. */
export function addWriteMethods(prototype: Writer): void {
  const addEncoding = (name: string, encoding: BufferEncoding): void =>
    addMethod(prototype, name, (text: string) => [Buffer.from(text, encoding)]);
  addEncoding('writeUtf8String', 'utf8');
  addEncoding('writeAsciiString', 'latin1');
  addEncoding('writeLatin1String', 'latin1');
  addEncoding('writeUcs2String', 'utf16le');
  addMethod(prototype, 'writeBuffer', (bytes: Uint8Array) => [bytes]);
  addMethod(prototype, 'writev', (chunks: readonly unknown[], allBuffers: boolean) =>
    allBuffers ? (chunks as readonly Uint8Array[]) : encodeChunks(chunks),
  );
}

function addMethod<T extends unknown[]>(
  prototype: Writer,
  name: string,
  toChunks: (...args: T) => readonly Uint8Array[],
): void {
  const native = getProperty(prototype, name) as (this: Writer, request: unknown, ...args: T) => unknown;
  const value = function (this: Writer, request: unknown, ...args: T): unknown {
    const chunks = toChunks(...args);
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    return size > kernelBuffer ? native.call(this, request, ...args) : this.writeNow(chunks, size);
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
