import { apply, byteLength, copyProperties, joinBytes } from './builtins.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { addHandleMethods, describeEndpoint } from './socket-handle.ts';
import { addUdpOptions } from './udp-options.ts';
import { type Arrival, UdpSocket } from './udp-socket.ts';

/** What libuv's flags for `bind` say. */
const [ipv6OnlyFlag, reuseFlag, reusePortFlag] = [1, 4, 8];

/**
 * Stands in for libuv's UDP handle; the methods are those that Node's `dgram` calls, and answer with libuv's numbers.
 * Nothing of the real one is left: some of its methods open a socket of the machine without asking for permission.
 *
 * @param Base a native handle that has nothing to do with sockets
 */
export function createUdpClass(Base: new () => object, world: SocketWorld): new () => object {
  let socketOf: (handle: object) => UdpSocket;

  class UDP extends Base {
    static {
      socketOf = (handle) => (handle as UDP).#socket;
    }

    declare onmessage?: Native;
    readonly #socket = new UdpSocket(world, (arrival) => this.#tell(arrival));

    #tell(arrival: Arrival): void {
      const { onmessage } = this;
      if (typeof onmessage !== 'function') return;
      if (arrival.kind === 'error') {
        apply(onmessage, this, [arrival.error, this, undefined, undefined]);
        return;
      }
      const { bytes, sender } = arrival;
      apply(onmessage, this, [byteLength(bytes), this, joinBytes([bytes]), describeEndpoint(sender, {})]);
    }

    bind(address: string, port: number, flags = 0): number {
      const isShared = (flags & (reuseFlag | reusePortFlag)) !== 0;
      return this.#socket.bind({ address, port }, { ipv6Only: (flags & ipv6OnlyFlag) !== 0, isShared });
    }

    connect(address: string, port: number): number {
      return this.#socket.connect({ address, port });
    }

    disconnect(): number {
      return this.#socket.disconnect();
    }

    send(_request: object, chunks: readonly Uint8Array[], _count: number, port?: unknown, address?: unknown): number {
      // Without an address where the socket is connected.
      const to = typeof address === 'string' ? { address, port: port as number } : undefined;
      return this.#socket.send(joinBytes(chunks), to);
    }

    recvStart(): number {
      this.#socket.isReceiving = true;
      return 0;
    }

    recvStop(): number {
      this.#socket.isReceiving = false;
      return 0;
    }

    getsockname(out: Record<string, unknown>): number {
      const { local } = this.#socket;
      if (!local) return this.#socket.error('EBADF');
      describeEndpoint(local, out);
      return 0;
    }

    getpeername(out: Record<string, unknown>): number {
      const { remote } = this.#socket;
      if (!remote) return this.#socket.error('ENOTCONN');
      describeEndpoint(remote, out);
      return 0;
    }

    // What is sent has arrived.

    getSendQueueSize(): number {
      return 0;
    }

    getSendQueueCount(): number {
      return 0;
    }
  }
  addHandleMethods(UDP.prototype, socketOf, world.loop);
  addUdpOptions(UDP.prototype, socketOf);
  // Node puts these in the place of the others where it wants IPv6.
  const { bind, connect, send } = UDP.prototype;
  copyProperties(UDP.prototype, { bind6: bind, connect6: connect, send6: send });
  return UDP;
}
