import { apply, byteLength, defineProperties, joinBytes, min } from './builtins.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { type Endpoint, familyOf } from './network.ts';
import { deliver } from './stacks.ts';
import { type Arrival, UdpSocket } from './udp-socket.ts';

/** What libuv's flags for `bind` say. */
const [ipv6OnlyFlag, reuseFlag, reusePortFlag] = [1, 4, 8];

/** Bytes that Linux keeps for what nobody has read yet. */
const usualBuffer = 212_992;

/**
 * Stands in for libuv's UDP handle; the methods are those that Node's `dgram` calls, and answer with libuv's numbers.
 * Nothing of the real one is left: some of its methods open a socket of the machine without asking for permission.
 *
 * @param Base a native handle that has nothing to do with sockets
 */
export function createUdpClass(Base: new () => object, world: SocketWorld): new () => object {
  class UDP extends Base {
    declare onmessage?: Native;
    readonly #socket = new UdpSocket(world, (arrival) => this.#tell(arrival));
    readonly #buffers = [usualBuffer, usualBuffer];

    #tell(arrival: Arrival): void {
      const { onmessage } = this;
      if (typeof onmessage !== 'function') return;
      if (arrival.kind === 'error') {
        apply(onmessage, this, [arrival.error, this, undefined, undefined]);
        return;
      }
      const { bytes, sender } = arrival;
      apply(onmessage, this, [byteLength(bytes), this, joinBytes([bytes]), describe(sender, {})]);
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

    close(done?: () => void): void {
      this.#socket.close();
      world.loop.atRoundEnd(() => deliver(() => done && apply(done, this, [])));
    }

    getsockname(out: Record<string, unknown>): number {
      const { local } = this.#socket;
      if (!local) return this.#socket.error('EBADF');
      describe(local, out);
      return 0;
    }

    getpeername(out: Record<string, unknown>): number {
      const { remote } = this.#socket;
      if (!remote) return this.#socket.error('ENOTCONN');
      describe(remote, out);
      return 0;
    }

    setBroadcast(on: unknown): number {
      this.#socket.mayBroadcast = Boolean(on);
      return this.#ifBound();
    }

    setTTL(hops: number): number {
      return hops < 1 || hops > 255 ? this.#socket.error('EINVAL') : this.#ifBound();
    }

    setMulticastTTL(): number {
      return this.#ifBound();
    }

    setMulticastLoopback(): number {
      return this.#ifBound();
    }

    // Groups are not modelled: who asks for one is told by `denied.ts` that this is not to be had.

    setMulticastInterface(): number {
      return this.#socket.error('ENODEV');
    }

    addMembership(): number {
      return this.#socket.error('ENODEV');
    }

    dropMembership(): number {
      return this.#socket.error('ENODEV');
    }

    addSourceSpecificMembership(): number {
      return this.#socket.error('ENODEV');
    }

    dropSourceSpecificMembership(): number {
      return this.#socket.error('ENODEV');
    }

    open(): number {
      return this.#socket.error('EINVAL');
    }

    #ifBound(): number {
      return this.#socket.local ? 0 : this.#socket.error('EBADF');
    }

    /** Linux sets twice what it is asked for. */
    bufferSize(size: number, isReceived: boolean, context: Record<string, unknown>): number | undefined {
      if (!this.#socket.local) {
        const [code, message] = ['EBADF', 'bad file descriptor'];
        const syscall = `uv_${isReceived ? 'recv' : 'send'}_buffer_size`;
        context['errno'] = this.#socket.error(code);
        context['code'] = code;
        context['message'] = message;
        context['syscall'] = syscall;
        return undefined;
      }
      const index = isReceived ? 0 : 1;
      if (size === 0) return this.#buffers[index];
      this.#buffers[index] = 2 * min(size, usualBuffer);
      return size;
    }

    getSendQueueSize(): number {
      return 0;
    }

    getSendQueueCount(): number {
      return 0;
    }

    ref(): void {
      this.#socket.isReferenced = true;
    }

    unref(): void {
      this.#socket.isReferenced = false;
    }

    hasRef(): boolean {
      return this.#socket.isReferenced;
    }
  }
  // Node puts these in the place of the others where it wants IPv6.
  const { bind, connect, send } = UDP.prototype;
  const method = (value: unknown): PropertyDescriptor =>
    ({ __proto__: null, value, writable: true, configurable: true }) as PropertyDescriptor;
  defineProperties(UDP.prototype, { bind6: method(bind), connect6: method(connect), send6: method(send) });
  return UDP;
}

function describe({ address, port }: Endpoint, out: Record<string, unknown>): Record<string, unknown> {
  out['address'] = address;
  out['family'] = familyOf(address);
  out['port'] = port;
  return out;
}
