import { type Channel, channelDescriptor } from './channel.ts';
import type { Clock } from './clock.ts';
import type { Binding, Internals, Native } from './internals.ts';

/**
 * Takes what is written to stdout and stderr, however it is written (console, streams, `fs.writeSync(1, …)`), at the
 * lowest place in JavaScript, so that both streams reach the runner in program order.
 *
 * Node's own C++ writes to the real stderr: that is the report of a fatal error, which the runner reads from there.
 */
export function takeOutput(internals: Internals, channel: Channel, clock: Clock): void {
  const fs = internals.binding('fs');
  takeWrites(fs, 'writeBuffer', (channel_, fd, [bytes, offset, length]) => {
    const { buffer, byteOffset, byteLength } = bytes as Uint8Array;
    const start = (offset as number | null) ?? 0;
    channel_.print(fd, new Uint8Array(buffer, byteOffset + start, (length as number | null) ?? byteLength - start));
  });
  takeWrites(fs, 'writeString', (channel_, fd, [text, , encoding]) =>
    channel_.print(fd, fromText(text as string, encoding as BufferEncoding)),
  );
  takeWrites(fs, 'writeBuffers', (channel_, fd, [chunks]) => {
    for (const chunk of chunks as readonly Uint8Array[]) channel_.print(fd, chunk);
  });
  takeWrites(fs, 'writeFileUtf8', (channel_, fd, [text]) => channel_.print(fd, fromText(text as string, 'utf8')));
  hideChannel(fs);
  const methods = internals.binding('process_methods');
  methods['_rawDebug'] = (text: string) => channel.print(2, fromText(`${text}\n`, 'utf8'));
  prepareStream('stdout', clock);
  prepareStream('stderr', clock);

  function takeWrites(
    binding: Binding,
    name: string,
    print: (channel: Channel, fd: 1 | 2, args: readonly unknown[]) => void,
  ): void {
    const original = binding[name] as Native;
    binding[name] = function (this: unknown, fd: number, ...args: unknown[]) {
      if (fd !== 1 && fd !== 2) return original.call(this, fd, ...args);
      print(channel, fd, args);
      // Descriptor 1 is the null device: Node's own code gives the right answer, at the right time.
      return original.call(this, 1, ...args);
    };
  }
}

const fromText = Buffer.from as (text: string, encoding: BufferEncoding) => Buffer;

/** To a program the channel's descriptor is one that is not open. */
function hideChannel(fs: Binding): void {
  const names = ['close', 'read', 'readBuffers', 'writeBuffer', 'writeBuffers', 'writeString', 'fstat', 'ftruncate'];
  for (const name of [...names, 'readFileUtf8', 'writeFileUtf8', 'futimes']) {
    const original = fs[name] as Native;
    fs[name] = function (this: unknown, first: unknown, ...args: unknown[]) {
      return original.call(this, first === channelDescriptor ? neverOpen : first, ...args);
    };
  }
}

const neverOpen = 1_000_000;

/** A terminal of 80 columns, without colours. */
function prepareStream(name: 'stdout' | 'stderr', clock: Clock): void {
  const descriptor = Object.getOwnPropertyDescriptor(process, name);
  const get = descriptor?.get;
  if (!get) throw new Error(`Node ${process.version} keeps process.${name} differently`);
  let stream: NodeJS.WriteStream | undefined;
  Object.defineProperty(process, name, {
    ...descriptor,
    get() {
      if (!stream) {
        stream = Object.assign(get.call(process) as NodeJS.WriteStream, { columns: 80, rows: 24 });
        // Once ended, a terminal's stream stays ended; that of a file (which this is) would begin anew.
        (Reflect.get(stream, '_writableState') as { autoDestroy: boolean }).autoDestroy = false;
        // The first use costs Node more than a millisecond: a timer of 0 that was set before is due then.
        clock.spend(1.2);
      }
      return stream;
    },
  });
}
