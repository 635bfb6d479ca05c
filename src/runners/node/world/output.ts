import { apply, getProperty, textBytes } from './builtins.ts';
import { type Channel, channelDescriptor } from './channel.ts';
import type { Clock } from './clock.ts';
import { deferStreams, type StandardStream } from './console-streams.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { socketModules } from './socket-modules.ts';
import { callNative } from './stacks.ts';

/**
 * Takes what is written to stdout and stderr, however it is written (console, streams, `fs.writeSync(1, …)`), at the
 * lowest place in JavaScript, so that both streams reach the runner in program order.
 *
 * Node's own C++ writes to the real stderr: that is the report of a fatal error, which the runner reads from there.
 */
export function takeOutput(internals: Internals, channel: Channel, clock: Clock): void {
  const fs = internals.binding('fs');
  const isOpen = watchClosing(fs);
  takeWrites(fs, isOpen, 'writeBuffer', (fd, { 1: bytes, 2: start, 3: length }) =>
    channel.print(fd, bytes as Uint8Array, (start as number | null) ?? 0, (length as number | null) ?? undefined),
  );
  takeWrites(fs, isOpen, 'writeString', (fd, { 1: text, 3: encoding }) =>
    channel.print(fd, textBytes(text as string, encoding as BufferEncoding)),
  );
  takeWrites(fs, isOpen, 'writeBuffers', (fd, { 1: chunks }) => {
    const list = chunks as readonly Uint8Array[];
    for (let index = 0; index < list.length; index++) channel.print(fd, list[index] as Uint8Array);
  });
  takeWrites(fs, isOpen, 'writeFileUtf8', (fd, { 1: text }) => channel.print(fd, textBytes(text as string, 'utf8')));
  hideChannel(internals);
  const methods = internals.binding('process_methods');
  methods['_rawDebug'] = (text: string) => channel.print(2, textBytes(`${text}\n`, 'utf8'));
  deferStreams(channel, [prepareStream('stdout', clock, isOpen), prepareStream('stderr', clock, isOpen)]);
}

type IsOpen = (fd: 1 | 2) => boolean;

/** Once closed, the descriptor is one of the program's: the next file that it opens may have it. */
function watchClosing(fs: Binding): IsOpen {
  const original = fs['close'] as Native;
  const closed: { 1?: true; 2?: true } = { __proto__: null } as object;
  fs['close'] = function (this: unknown, ...args: unknown[]) {
    const fd = args[0];
    if (fd === 1 || fd === 2) closed[fd] = true;
    return callNative(original, this, args);
  };
  return (fd) => !closed[fd];
}

/** `print` gets the arguments, the descriptor among them. */
function takeWrites(
  fs: Binding,
  isOpen: IsOpen,
  name: string,
  print: (fd: 1 | 2, args: readonly unknown[]) => void,
): void {
  const original = fs[name] as Native;
  fs[name] = function (this: unknown, ...args: unknown[]) {
    const fd = args[0];
    if ((fd === 1 || fd === 2) && isOpen(fd)) {
      print(fd, args);
      // The null device: Node's own code gives the right answer, at the right time.
      args[0] = 1;
    }
    return callNative(original, this, args);
  };
}

/** To a program the channel's descriptor is one that is not open. */
function hideChannel(internals: Internals): void {
  const hide = (owner: Binding, names: readonly string[]): void => {
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      const original = owner[name] as Native;
      owner[name] = function (this: unknown, ...args: unknown[]) {
        if (args[0] === channelDescriptor) args[0] = neverOpen;
        return callNative(original, this, args);
      };
    }
  };
  hide(internals.binding('fs'), [
    ...['close', 'read', 'readBuffers', 'writeBuffer', 'writeBuffers', 'writeString', 'fstat', 'ftruncate', 'futimes'],
    ...['readFileUtf8', 'writeFileUtf8', 'fsync', 'fdatasync', 'fchmod', 'fchown'],
  ]);
  internals.beforeLoading(socketModules, () => {
    hide((internals.binding('pipe_wrap')['Pipe'] as { prototype: Binding }).prototype, ['open']);
    hide((internals.binding('udp_wrap')['UDP'] as { prototype: Binding }).prototype, ['open']);
  });
}

const neverOpen = 1_000_000;

/** A terminal of 80 columns, without colours. */
function prepareStream(name: 'stdout' | 'stderr', clock: Clock, isOpen: IsOpen): StandardStream {
  const descriptor = Object.getOwnPropertyDescriptor(process, name);
  const get = descriptor?.get;
  if (!get) throw new Error(`Node ${process.version} keeps process.${name} differently`);
  let stream: NodeJS.WriteStream | undefined;
  let isUsed = false;
  const used = (): void => {
    // The first use costs Node more than a millisecond: a timer of 0 that was set before is due then.
    if (!isUsed) clock.spend(1.2);
    isUsed = true;
  };
  const streamOf = function (this: unknown): NodeJS.WriteStream {
    if (!stream) {
      stream = Object.assign(apply(get, process, []) as NodeJS.WriteStream, { columns: 80, rows: 24 });
      // Once ended, a terminal's stream stays ended; that of a file (which this is) would begin anew.
      (getProperty(stream, '_writableState') as { autoDestroy: boolean }).autoDestroy = false;
      used();
    }
    return stream;
  };
  Object.defineProperty(process, name, { ...descriptor, get: streamOf });
  const descriptorOf = name === 'stdout' ? 1 : 2;
  return { name, get: streamOf, isMade: () => stream !== undefined, isOpen: () => isOpen(descriptorOf), used };
}
