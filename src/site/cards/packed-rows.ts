import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * Rows of a picture's pixels, packed by themselves as a part of PNG files: what pictures
 * share is packed only once.
 */
export interface PackedRows {
  /** A whole chunk of a file. */
  readonly chunk: Buffer;
  /** Bytes before they were packed. */
  readonly size: number;
  readonly checksum: Checksum;
}

/** As zlib has it: Adler-32. */
interface Checksum {
  readonly low: number;
  readonly high: number;
}

/**
 * Packs rows, of which each is a zero and a byte for each pixel.
 *
 * @param level of zlib, 1 (quick) to 9 (small)
 */
export function packRows(rows: Buffer, level: number): PackedRows {
  // Ended so that the stream can go on after it with what was packed elsewhere.
  const packed = deflateRawSync(rows, { level, finishFlush: constants.Z_FULL_FLUSH, chunkSize: 2 ** 16 });
  return { chunk: chunkOf('IDAT', packed), size: rows.length, checksum: checksumOf(rows) };
}

function checksumOf(bytes: Uint8Array): Checksum {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += mostAdded) {
    const to = Math.min(from + mostAdded, bytes.length);
    for (let index = from; index < to; index++) {
      low += bytes[index] as number;
      high += low;
    }
    low %= adlerModulus;
    high %= adlerModulus;
  }
  return { low, high };
}

/** Bytes whose sums stay within what processors add fastest. */
const mostAdded = 3800;

/**
 * A PNG picture (https://www.w3.org/TR/png-3/) of rows that were packed in parts, from the top.
 *
 * @param palette red, green and blue of each byte's colour
 */
export function pngOf(
  size: { readonly width: number; readonly height: number },
  palette: readonly (readonly number[])[],
  parts: readonly PackedRows[],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  // 8 bits for each pixel, the number of its colour.
  header.set([8, 3], 8);
  return Buffer.concat([
    signature,
    chunkOf('IHDR', header),
    chunkOf('PLTE', Buffer.from(palette.flat())),
    streamStart,
    ...parts.map(({ chunk }) => chunk),
    chunkOf('IDAT', streamEnd(parts)),
    fileEnd,
  ]);
}

/** An empty last block, and the checksum of all rows. */
function streamEnd(parts: readonly PackedRows[]): Buffer {
  let [low, high] = [1, 0];
  for (const { size, checksum } of parts) {
    // Each sum begins with 1, which counts once; the sum itself may be 0.
    const before = (low + adlerModulus - 1) % adlerModulus;
    high = (high + checksum.high + size * before) % adlerModulus;
    low = (before + checksum.low) % adlerModulus;
  }
  const end = Buffer.from([3, 0, 0, 0, 0, 0]);
  end.writeUInt16BE(high, 2);
  end.writeUInt16BE(low, 4);
  return end;
}

const adlerModulus = 65521;

function chunkOf(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** The header of a zlib stream. */
const streamStart = chunkOf('IDAT', Buffer.from([0x78, 0x01]));
const fileEnd = chunkOf('IEND', Buffer.alloc(0));
