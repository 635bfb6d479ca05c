import { apply, defineProperties } from './builtins.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { type Endpoint, familyOf } from './network.ts';
import { deliver } from './stacks.ts';
import { bind, type ConnectRequest, connect, listen } from './tcp-connect.ts';
import { type SocketOwner, TcpSocket } from './tcp-socket.ts';
import { addWriteMethods } from './write-methods.ts';

/** Node's class for streams whose bytes come from JavaScript: `net`, TLS and HTTP parsers read and write it natively. */
interface NativeStream {
  /** Gives bytes to whoever reads this stream. */
  readBuffer(bytes: Uint8Array): void;
  emitEOF(): void;
  finishWrite(request: object, status: number): void;
  finishShutdown(request: object, status: number): void;
}

type NativeStreamClass = new () => NativeStream;

/** Stands in for libuv's TCP handle; the methods are those that Node's `net` calls, and answer with libuv's numbers. */
export function createTcpClass(Stream: NativeStreamClass, world: SocketWorld): new (type: number) => NativeStream {
  const { loop, later } = world;

  class TCP extends Stream implements SocketOwner {
    #isFramed = false;
    readonly #socket = new TcpSocket(this, world);
    onconnection?: Native;

    // On no handle of its own: who prints a socket would see it.
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

    // What the native stream asks for.

    onreadstart(): number {
      this.#socket.isReading = true;
      return 0;
    }

    onreadstop(): number {
      this.#socket.isReading = false;
      return 0;
    }

    isClosing(): boolean {
      return this.#socket.state === 'closed';
    }

    onwrite(request: object, chunks: readonly Uint8Array[]): number {
      const status = this.#socket.send(chunks);
      later(() => this.finishWrite(request, status));
      return 0;
    }

    onshutdown(request: object): number {
      this.#socket.shutdown(() => this.finishShutdown(request, 0));
      return 0;
    }

    /** Small writes are done at once, as the kernel does them: so what is written in a row arrives in one piece. */
    writeNow(chunks: readonly Uint8Array[], size: number): number {
      world.wrote(size);
      return this.#socket.send(chunks);
    }

    get bytesWritten(): number {
      return this.#socket.bytesWritten;
    }

    close(done?: () => void): void {
      this.#socket.close();
      loop.atRoundEnd(() => deliver(() => done && apply(done, this, [])));
    }

    reset(done?: () => void): number {
      this.#socket.reset();
      loop.atRoundEnd(() => deliver(() => done && apply(done, this, [])));
      return 0;
    }

    getsockname(out: Record<string, unknown>): number {
      return describe(this.#socket.local ?? { address: '0.0.0.0', port: 0 }, out);
    }

    getpeername(out: Record<string, unknown>): number {
      const { state, remote } = this.#socket;
      return state === 'connected' && remote ? describe(remote, out) : this.#socket.error('ENOTCONN');
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

    open(): number {
      return this.#socket.error('EINVAL');
    }
  }
  addWriteMethods(TCP.prototype);
  const ignored = { __proto__: null, value: () => 0 } as PropertyDescriptor;
  defineProperties(TCP.prototype, {
    setNoDelay: ignored,
    setKeepAlive: ignored,
    setTypeOfService: ignored,
    setSimultaneousAccepts: ignored,
    setBlocking: ignored,
  });
  return TCP as unknown as new (
    type: number,
  ) => NativeStream;
}

function describe({ address, port }: Endpoint, out: Record<string, unknown>): number {
  out['address'] = address;
  out['family'] = familyOf(address);
  out['port'] = port;
  return 0;
}
