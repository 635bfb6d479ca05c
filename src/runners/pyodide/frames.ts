/**
 * How an interpreter's process talks to its parent: each frame is a kind (1 byte), a length (4 bytes, little endian) and
 * that many bytes. In the other direction go lines of JSON.
 */
export type FrameKind = 'stdout' | 'stderr' | 'message';

const kinds: readonly FrameKind[] = ['stdout', 'stderr', 'message'];
const headerLength = 5;

export function frameHeader(kind: FrameKind, length: number): Uint8Array {
  const header = new Uint8Array(headerLength);
  header[0] = kinds.indexOf(kind);
  new DataView(header.buffer).setUint32(1, length, true);
  return header;
}

/** Takes the bytes as they arrive and calls back with each whole frame. */
export function frameReader(receive: (kind: FrameKind, bytes: Uint8Array) => void): (chunk: Uint8Array) => void {
  let rest: Uint8Array = new Uint8Array();
  return (chunk) => {
    let bytes = rest.length === 0 ? chunk : concatenate(rest, chunk);
    while (bytes.length >= headerLength) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const end = headerLength + view.getUint32(1, true);
      if (bytes.length < end) break;
      const kind = kinds[view.getUint8(0)];
      if (!kind) throw new Error(`Unknown kind of frame: ${view.getUint8(0)}`);
      receive(kind, bytes.subarray(headerLength, end));
      bytes = bytes.subarray(end);
    }
    rest = bytes;
  };
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
