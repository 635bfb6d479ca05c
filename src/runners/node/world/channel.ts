import type { Binding, Native } from './internals.ts';
import { type Note, noteKind, type WorldSetup } from './protocol.ts';

/** The world's way to its runner: what is printed and how it ends. */
export interface Channel {
  /** `stream` 1 or 2. */
  print(stream: 1 | 2, bytes: Uint8Array): void;
  note(note: Note): void;
}

/**
 * Reads the setup from file descriptor 3 and answers there.
 *
 * Every frame begins with the setup's secret, which stays in this closure: what a program itself writes to the descriptor
 * is no frame.
 */
export function openChannel(fs: Binding): { setup: WorldSetup; channel: Channel } {
  const write = fs['writeBuffer'] as Native;
  const setup = JSON.parse(readLine(fs['read'] as Native)) as WorldSetup;
  const secret = Buffer.from(setup.secret, 'hex');
  const { stringify } = JSON;
  const exit = Reflect.get(process, 'reallyExit') as (code: number) => never;
  const from = Buffer.from;
  const send = (kind: number, bytes: Uint8Array): void => {
    const frame = Buffer.allocUnsafeSlow(secret.length + 5 + bytes.length);
    frame.set(secret, 0);
    frame[secret.length] = kind;
    new DataView(frame.buffer).setUint32(secret.length + 1, bytes.length);
    frame.set(bytes, secret.length + 5);
    for (let offset = 0; offset < frame.length; ) {
      const failure: { code?: string } = {};
      const written = write.call(fs, channelDescriptor, frame, offset, frame.length - offset, null, undefined, failure);
      if (failure.code === undefined) offset += written as number;
      // Nobody listens any more: the runner is gone.
      else if (failure.code !== 'EAGAIN') exit.call(process, 1);
    }
  };
  return {
    setup: { ...setup, secret: '' },
    channel: {
      print: (stream, bytes) => {
        for (let offset = 0; offset < bytes.length; offset += pieceSize) {
          send(stream, bytes.subarray(offset, offset + pieceSize));
        }
      },
      note: (note) => send(noteKind, from(stringify(note))),
    },
  };
}

export const channelDescriptor = 3;
/** Bytes of output in one frame: so an endless text is ended at the limit, not at its end. */
const pieceSize = 65_536;

function readLine(read: Native): string {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65536);
    const length = read(channelDescriptor, chunk, 0, chunk.length, -1) as number;
    chunks.push(chunk.subarray(0, length));
    if (length === 0 || chunk[length - 1] === 10) return Buffer.concat(chunks).toString();
  }
}
