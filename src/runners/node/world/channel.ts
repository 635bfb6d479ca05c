import { apply, byteLength, getProperty, min, ownKeys, setPrototypeOf, stringify, textBytes } from './builtins.ts';
import type { Binding, Native } from './internals.ts';
import { frameHead, type Note, noteKind, secretLength, type WorldSetup } from './protocol.ts';

/** The world's way to its runner: what is printed and how it ends. */
export interface Channel {
  /** `stream` 1 or 2; `length` bytes from `start`, all of them if not told. */
  print(stream: 1 | 2, bytes: NodeJS.ArrayBufferView, start?: number, length?: number): void;
  note(note: Note): void;
}

/**
 * Reads the setup from file descriptor 3 and answers there.
 *
 * Every frame begins with a secret that comes in front of the setup: what a program itself writes to the
 * descriptor is no frame. The secret is kept in one place, which is neither a string (a snapshot of the heap
 * shows those) nor memory that is shared or ever given back (`Buffer.from('').buffer` and `Buffer.allocUnsafe`
 * show those), nor an object that `v8.queryObjects` finds.
 */
export function openChannel(fs: Binding, buffers: Binding): { setup: WorldSetup; channel: Channel } {
  const copy = buffers['copy'] as Native;
  const native = fs['writeBuffer'] as Native;
  const exit = getProperty(process, 'reallyExit') as Native;
  const head = Buffer.alloc(frameHead + shortPayload);
  const setup = JSON.parse(readSetup(fs['read'] as Native, head)) as WorldSetup;
  setPrototypeOf(head.buffer, null);
  setPrototypeOf(head, null);
  const fstat = fs['fstat'] as Native;
  const socket = apply(fstat, fs, [channelDescriptor, false, undefined, true]) as Float64Array;
  const { [inode]: number } = socket;
  /** A program has ways to close any descriptor; a file that it opens then has the channel's number. */
  const isOpen = (): boolean => {
    const stats = apply(fstat, fs, [channelDescriptor, false, undefined, true]) as Float64Array | undefined;
    return stats !== undefined && stats[inode] === number;
  };
  const write = (bytes: NodeJS.ArrayBufferView, start: number, length: number): void => {
    if (!isOpen()) apply(exit, process, [1]);
    for (let sent = 0; sent < length; ) {
      const failure = { __proto__: null, code: undefined };
      const rest = [channelDescriptor, bytes, start + sent, length - sent, null, undefined, failure];
      const written = apply(native, fs, rest) as number;
      if (failure.code === undefined) sent += written;
      // Nobody listens any more: the runner is gone, or the program has closed the descriptor.
      else if (failure.code !== 'EAGAIN') apply(exit, process, [1]);
    }
  };
  const send = (kind: number, bytes: NodeJS.ArrayBufferView, start: number, length: number): void => {
    head[secretLength] = kind;
    for (let byte = 0; byte < 4; byte++) head[secretLength + 1 + byte] = length >>> (24 - 8 * byte);
    // To copy does not look where the view ends, which a program can have told wrongly; to write does.
    if (length <= shortPayload && start >= 0 && start + length <= byteLength(bytes)) {
      apply(copy, undefined, [bytes, head, frameHead, start, length]);
      write(head, 0, frameHead + length);
    } else {
      write(head, 0, frameHead);
      write(bytes, start, length);
    }
  };
  return {
    setup,
    channel: {
      print: (stream, bytes, start = 0, length = byteLength(bytes) - start) => {
        for (let done = 0; done < length; done += pieceSize) {
          send(stream, bytes, start + done, min(length - done, pieceSize));
        }
      },
      note: (note) => {
        const bytes = textBytes(stringify(withoutPrototypes(note)), 'utf8');
        send(noteKind, bytes, 0, byteLength(bytes));
      },
    },
  };
}

export const channelDescriptor = 3;
/** Bytes that are sent together with their head: each writing costs both processes more than to copy them. */
const shortPayload = 4096;
/** Where the number that tells a socket from a file is among those of `fs.Stats`. */
const inode = 7;
/** Bytes of output in one frame: so an endless text is ended at the limit, not at its end. */
const pieceSize = 65_536;

/** Puts the secret into `head`, and gives the line after it. */
function readSetup(read: Native, head: Buffer): string {
  const chunks: Buffer[] = [];
  let length = 0;
  for (let isWhole = false; !isWhole; ) {
    const chunk = Buffer.alloc(65_536);
    const size = read(channelDescriptor, chunk, 0, chunk.length, -1) as number;
    chunks.push(chunk.subarray(0, size));
    length += size;
    isWhole = size === 0 || (length > secretLength && chunk[size - 1] === 10);
  }
  const all = Buffer.alloc(length);
  let end = 0;
  for (const chunk of chunks) end += chunk.copy(all, end);
  all.copy(head, 0, 0, secretLength);
  const line = all.toString('utf8', secretLength);
  for (const bytes of [all, ...chunks]) bytes.fill(0);
  return line;
}

/** Own objects without prototypes: so nobody's `toJSON` is asked what to send. */
function withoutPrototypes<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  setPrototypeOf(value, null);
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length; index++) withoutPrototypes(getProperty(value, keys[index] as string));
  return value;
}
