import { copyProperties } from './builtins.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { addHandleMethods, describeEndpoint, tellClosed } from './socket-handle.ts';
import { bind, type ConnectRequest, connect, listen } from './tcp-connect.ts';
import { type SocketOwner, TcpSocket } from './tcp-socket.ts';
import { addStreamMethods, type NativeStream } from './tcp-stream.ts';

type NativeStreamClass = new () => NativeStream;

/**
 * Stands in for libuv's TCP handle; the methods are those that Node's `net` calls, and
 * answer with libuv's numbers.
 */
export function createTcpClass(Stream: NativeStreamClass, world: SocketWorld): NativeStreamClass {
  let socketOf: (handle: object) => TcpSocket;

  class TCP extends Stream implements SocketOwner {
    static {
      // In a private field: who prints a socket would see any other.
      socketOf = (handle) => (handle as TCP).#socket;
    }

    #isFramed = false;
    readonly #socket = new TcpSocket(this, world);
    onconnection?: Native;

    get isFramed(): boolean {
      return this.#isFramed;
    }

    set isFramed(isFramed: boolean) {
      this.#isFramed = isFramed;
    }

    bind(address: string, port: number): number {
      return bind(this.#socket, { address, port }, false, world);
    }

    bind6(address: string, port: number, flags = 0): number {
      return bind(this.#socket, { address, port }, (flags & 1) === 1, world);
    }

    listen(): number {
      return listen(this.#socket, world);
    }

    connect(request: ConnectRequest, address: string, port: number): number {
      return connect(this.#socket, request, { address, port }, world, () => new TCP().#socket);
    }

    connect6(request: ConnectRequest, address: string, port: number): number {
      return this.connect(request, address, port);
    }

    reset(done?: () => void): number {
      this.#socket.reset();
      tellClosed(this, done, world.loop);
      return 0;
    }

    getsockname(out: Record<string, unknown>): number {
      describeEndpoint(this.#socket.local ?? { address: '0.0.0.0', port: 0 }, out);
      return 0;
    }

    getpeername(out: Record<string, unknown>): number {
      const { state, remote } = this.#socket;
      if (state !== 'connected' || !remote) return this.#socket.error('ENOTCONN');
      describeEndpoint(remote, out);
      return 0;
    }
  }
  addHandleMethods(TCP.prototype, socketOf, world.loop);
  addStreamMethods(TCP.prototype, socketOf, world);
  copyProperties(TCP.prototype, acceptedOptions);
  return TCP;
}

const accept = (): number => 0;

/** Options of a socket that change nothing on a loopback like this one. */
const acceptedOptions = {
  setNoDelay: accept,
  setKeepAlive: accept,
  setTypeOfService: accept,
  setSimultaneousAccepts: accept,
  setBlocking: accept,
};
