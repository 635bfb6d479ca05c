import { apply, setProperty } from './builtins.ts';
import type { EventLoop } from './event-loop.ts';
import type { Internals, Native } from './internals.ts';
import { createPorts, type Ports } from './network.ts';
import { socketModules } from './socket-modules.ts';
import { deliver, microtasksRunner } from './stacks.ts';
import { createTcpClass } from './tcp-handle.ts';
import type { TcpSocket } from './tcp-socket.ts';
import { createUdpClass } from './udp-handle.ts';
import type { UdpSocket } from './udp-socket.ts';

/** What a virtual socket needs of its world. */
export interface SocketWorld {
  readonly ports: Ports<TcpSocket>;
  readonly datagramPorts: Ports<UdpSocket>;
  readonly loop: EventLoop;
  /** libuv's error numbers by name: `UV_ECONNREFUSED`. */
  readonly errors: Readonly<Record<string, number>>;
  /** Lets an event happen in the next round of the event loop. */
  later(event: () => void): void;
  /** Lets it happen after so many milliseconds; never keeps the world alive. */
  after(milliseconds: number, event: () => void): void;
  /** Tells Node's JavaScript how many bytes the last write took, all of them at once. */
  wrote(bytes: number): void;
  /** Tells a stream's JavaScript that reading failed. */
  readFailed(handle: object, error: number): void;
}

/**
 * Puts the world's own loopback under Node's `net`, `http`, `https`, `tls`, `http2`, `fetch` and
 * `dgram`, all unmodified: the handles of TCP and UDP, which are otherwise C++, are in JavaScript, with
 * the errors that Linux gives.
 *
 * Not modelled: Unix sockets (connecting to one fails as to a missing one), multicast, socket options (accepted
 * without effect), partial writes and back pressure of the kernel.
 */
export function installLoopback(internals: Internals, loop: EventLoop, seed: number): void {
  const errors = internals.binding('uv') as Record<string, number>;
  const runMicrotasks = microtasksRunner(internals);
  const { setImmediate, setTimeout } = internals.module('timers') as typeof import('node:timers');
  /** Of the stream that Node was called for last. */
  const tell = (field: string, value: number): void => {
    const stream = internals.binding('stream_wrap');
    (stream['streamBaseState'] as Int32Array)[stream[field] as number] = value;
  };
  const firstPort = 32_768 + (Math.abs(seed) % 20_000);
  const world: SocketWorld = {
    ports: createPorts(firstPort),
    datagramPorts: createPorts(firstPort),
    loop,
    errors,
    later: (event) =>
      void setImmediate(() => {
        loop.hasPolled = true;
        deliver(event);
        runMicrotasks();
      }),
    after: (milliseconds, event) => void setTimeout(() => deliver(event), milliseconds).unref(),
    wrote: (bytes) => {
      tell('kBytesWritten', bytes);
      tell('kLastWriteWasAsync', 0);
    },
    readFailed: (handle, error) => {
      const { onread } = handle as { onread?: Native };
      if (typeof onread !== 'function') return;
      tell('kReadBytesOrError', error);
      apply(onread, handle, [undefined]);
    },
  };
  internals.beforeLoading(socketModules, () => {
    const { JSStream } = internals.binding('js_stream') as { JSStream: Parameters<typeof createTcpClass>[0] };
    internals.binding('tcp_wrap')['TCP'] = createTcpClass(JSStream, world);
    internals.binding('udp_wrap')['UDP'] = createUdpClass(JSStream, world);
    missUnixSockets(internals, world);
  });
  internals.whenLoaded(['internal/http2/core'], () => {
    const { Http2Session } = internals.binding('http2') as { Http2Session: { prototype: { consume: Native } } };
    const { consume } = Http2Session.prototype;
    Http2Session.prototype.consume = function (this: unknown, handle: unknown) {
      setProperty(handle as object, 'isFramed', true);
      return apply(consume, this, [handle]);
    };
  });
}

function missUnixSockets(internals: Internals, { later, errors }: SocketWorld): void {
  const { Pipe } = internals.binding('pipe_wrap') as { Pipe: { prototype: { connect: Native } } };
  Pipe.prototype.connect = function (this: unknown, request: unknown) {
    const { oncomplete } = request as { oncomplete: Native };
    later(() => apply(oncomplete, request, [errors['UV_ENOENT'], this, request, false, false]));
    return 0;
  };
}
