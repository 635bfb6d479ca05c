import type { OutputChunk } from '../../examples/runner.ts';
import { frameHead, type Note, noteKind } from './world/protocol.ts';

/** What a world has sent. */
export type ReceivedItem =
  | { readonly kind: 'output'; readonly stream: OutputChunk['stream']; readonly bytes: Buffer }
  /** `size`: its bytes in the channel. */
  | { readonly kind: 'note'; readonly note: Note; readonly size: number };

export interface FrameReader {
  /** Takes what came through the channel, however it is cut. */
  push(bytes: Buffer): void;
  readonly items: readonly ReceivedItem[];
  /** Whether something else than the world's own code wrote into the channel. */
  isForged(): boolean;
}

/**
 * Reads the frames of a world. Bytes that do not begin with the secret, or make no frame, were not sent by the
 * world's own code: they end the reading, since nothing after them can be told apart.
 */
export function createFrameReader(secret: Buffer, onItem: (item: ReceivedItem) => void): FrameReader {
  const items: ReceivedItem[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let isForged = false;
  const take = (item: ReceivedItem | undefined): void => {
    if (!item) {
      isForged = true;
      return;
    }
    items.push(item);
    onItem(item);
  };
  return {
    items,
    isForged: () => isForged,
    push: (bytes) => {
      if (isForged) return;
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      let offset = 0;
      while (!isForged && rest.length - offset >= frameHead) {
        const length = rest.readUInt32BE(offset + secret.length + 1);
        isForged =
          rest.compare(secret, 0, secret.length, offset, offset + secret.length) !== 0 || length > longestFrame;
        const end = offset + frameHead + length;
        if (isForged || end > rest.length) break;
        take(readItem(rest[offset + secret.length], rest.subarray(offset + frameHead, end)));
        offset = end;
      }
      rest = isForged ? Buffer.alloc(0) : rest.subarray(offset);
    },
  };
}

/** Bytes; more than a note with all its texts at their longest. */
const longestFrame = 8 * 1024 ** 2;

function readItem(kind: number | undefined, payload: Buffer): ReceivedItem | undefined {
  if (kind === 1 || kind === 2) return { kind: 'output', stream: kind === 1 ? 'stdout' : 'stderr', bytes: payload };
  if (kind !== noteKind) return undefined;
  try {
    return { kind: 'note', note: JSON.parse(payload.toString()) as Note, size: payload.length };
  } catch {
    return undefined;
  }
}
