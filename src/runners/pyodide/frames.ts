/**
 * How an interpreter's process talks to its parent: each frame is a kind (1 byte), a length (4 bytes, little
 * endian) and that many bytes. In the other direction go lines of JSON.
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
  // Joined only when a whole frame is there: an archive comes in hundreds of chunks.
  let chunks: Uint8Array[] = [];
  let length = 0;
  let wanted = headerLength;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < wanted) return;
    let bytes = concatenate(chunks, length);
    for (wanted = headerLength; bytes.length >= wanted; ) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const end = headerLength + view.getUint32(1, true);
      wanted = end;
      if (bytes.length < end) break;
      const kind = kinds[view.getUint8(0)];
      if (!kind) throw new Error(`Unknown kind of frame: ${view.getUint8(0)}`);
      receive(kind, bytes.subarray(headerLength, end));
      bytes = bytes.subarray(end);
      wanted = headerLength;
    }
    chunks = [bytes];
    length = bytes.length;
  };
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
