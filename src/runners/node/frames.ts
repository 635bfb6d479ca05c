import type { OutputChunk } from '../../examples/runner.ts';
import { frameHead, type Note, noteKind } from './world/protocol.ts';

/** What a world has sent. */
export type ReceivedItem =
  | { readonly kind: 'output'; readonly stream: OutputChunk['stream']; readonly bytes: Buffer }
  | { readonly kind: 'note'; readonly note: Note };

export interface FrameReader {
  /** Takes what came through the channel, however it is cut. */
  push(bytes: Buffer): void;
  readonly items: readonly ReceivedItem[];
  /** Whether something else than the world's own code wrote into the channel. */
  isForged(): boolean;
}

/**
 * Reads the frames of a world. Bytes that do not begin with the secret were not sent by the world's own code: they end
 * the reading, since nothing behind them can be told apart.
 */
export function createFrameReader(secret: Buffer, onItem: (item: ReceivedItem) => void): FrameReader {
  const items: ReceivedItem[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let isForged = false;
  const take = (item: ReceivedItem): void => {
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
      while (rest.length - offset >= frameHead) {
        if (rest.compare(secret, 0, secret.length, offset, offset + secret.length) !== 0) {
          isForged = true;
          return;
        }
        const end = offset + frameHead + rest.readUInt32BE(offset + secret.length + 1);
        if (end > rest.length) break;
        take(readItem(rest[offset + secret.length], rest.subarray(offset + frameHead, end)));
        offset = end;
      }
      rest = rest.subarray(offset);
    },
  };
}

function readItem(kind: number | undefined, payload: Buffer): ReceivedItem {
  if (kind === noteKind) return { kind: 'note', note: JSON.parse(payload.toString()) as Note };
  return { kind: 'output', stream: kind === 1 ? 'stdout' : 'stderr', bytes: payload };
}
