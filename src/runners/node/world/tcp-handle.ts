import { apply, byteLength, copyOf, defineProperties } from './builtins.ts';
import { createInbox } from './inbox.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { destinationOf, type Endpoint, familyOf } from './network.ts';
import { deliver } from './stacks.ts';
import { addWriteMethods } from './write-methods.ts';

/** Node's class for streams whose bytes come from JavaScript: `net`, TLS and HTTP parsers read and write it natively. */
export interface NativeStream {
  /** Gives bytes to whoever reads this stream. */
  readBuffer(bytes: Uint8Array): void;
  emitEOF(): void;
  finishWrite(request: object, status: number): void;
  finishShutdown(request: object, status: number): void;
}

interface ConnectRequest {
  oncomplete?: Native;
}

/** Stands in for libuv's TCP handle; the methods are those that Node's `net` calls, and answer with libuv's numbers. */
export interface TcpHandle extends NativeStream {
  onconnection?: Native;
  accept(from: TcpHandle, local: Endpoint, remote: Endpoint): TcpHandle;
  receive(bytes: Uint8Array): void;
  receiveEnd(): void;
  receiveReset(): void;
}

type State = 'new' | 'listening' | 'connecting' | 'connected' | 'closed';
type NativeStreamClass = new () => NativeStream;

export function createTcpClass(Stream: NativeStreamClass, world: SocketWorld): new (type: number) => TcpHandle {
  const { ports, loop, errors, later } = world;
  const error = (name: string): number => errors[`UV_${name}`] ?? -1;

  class TCP extends Stream implements TcpHandle {
    #state: State = 'new';
    #referenced = true;
    #reading = false;
    #bytesWritten = 0;
    #counted: 'sockets' | 'servers' | undefined;
    #local: Endpoint | undefined;
    #remote: Endpoint | undefined;
    #bindError = 0;
    #peer: TCP | undefined;
    /** The other end wants to hear no more. */
    #isBroken = false;
    /** It said so instead of ending. */
    #isReset = false;
    /** HTTP/2's C++ runs ticks behind each frame, if no JavaScript has called it. */
    isFramed = false;
    #inbox = createInbox({
      later,
      isPiecewise: () => this.isFramed,
      isReading: () => this.#reading && this.#state !== 'closed',
      onBytes: (bytes) => this.readBuffer(bytes),
      onEnd: () => {
        this.#become(this.#state);
        if (this.#isReset) world.readFailed(this, error('ECONNRESET'));
        else this.emitEOF();
      },
    });
    onconnection?: Native;

    bind(address: string, port: number): number {
      return this.#bind(address, port, false);
    }

    bind6(address: string, port: number, flags = 0): number {
      return this.#bind(address, port, (flags & 1) === 1);
    }

    #bind(address: string, port: number, ipv6Only: boolean): number {
      if (this.#local) return error('EINVAL');
      if (destinationOf(address) !== 'loopback') return error('EADDRNOTAVAIL');
      // Not root: ports below 1024 belong to the system.
      if (port > 0 && port < 1024) return error('EACCES');
      const claimed = ports.claim({ address, port, ipv6Only, handle: this });
      // As in libuv: a taken port is reported by listen() or connect().
      if (claimed === undefined) this.#bindError = error('EADDRINUSE');
      this.#local = { address, port: claimed ?? port };
      return 0;
    }

    listen(): number {
      if (this.#bindError) return this.#bindError;
      if (!this.#local) this.#bind('0.0.0.0', 0, false);
      this.#become('listening');
      return 0;
    }

    connect(request: ConnectRequest, address: string, port: number): number {
      if (this.#bindError) return this.#bindError;
      const destination = destinationOf(address);
      if (destination === 'unreachable') return error('ENETUNREACH');
      this.#remote = { address, port };
      this.#become('connecting');
      if (destination === 'black-hole') {
        world.after(connectTimeout, () => this.#failConnect(request, error('ETIMEDOUT')));
        return 0;
      }
      const target = { address: address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address, port };
      const listener = ports.listenerAt(target)?.handle as TCP | undefined;
      if (!listener?.isListening) {
        later(() => this.#failConnect(request, error('ECONNREFUSED')));
        return 0;
      }
      this.#remote = target;
      this.#local ??= { address: target.address, port: ports.nextFree() };
      this.#reach(listener, request, target, this.#local);
      return 0;
    }

    get isListening(): boolean {
      return this.#state === 'listening';
    }

    connect6(request: ConnectRequest, address: string, port: number): number {
      return this.connect(request, address, port);
    }

    #reach(listener: TCP, request: ConnectRequest, there: Endpoint, here: Endpoint): void {
      // The kernel completes the handshake by itself: the near end may write and close before the server accepts.
      const far = listener.accept(this, there, here);
      later(() => {
        if (listener.#state === 'listening') listener.onconnection && apply(listener.onconnection, listener, [0, far]);
        else this.receiveReset();
      });
      later(() => {
        if (this.#state !== 'connecting') return;
        if (this.#inbox.isDone()) return this.#failConnect(request, error('ECONNRESET'));
        this.#become('connected');
        complete(request, [0, this, request, true, true]);
      });
    }

    accept(from: TcpHandle, local: Endpoint, remote: Endpoint): TCP {
      const handle = new TCP();
      const mapped = ({ address, port }: Endpoint): Endpoint =>
        this.#local?.address === '::' && !address.includes(':')
          ? { address: `::ffff:${address}`, port }
          : { address, port };
      handle.#local = mapped(local);
      handle.#remote = mapped(remote);
      handle.#peer = from as TCP;
      (from as TCP).#peer = handle;
      handle.#become('connected');
      return handle;
    }

    #failConnect(request: ConnectRequest, status: number): void {
      if (this.#state !== 'connecting') return;
      this.#become('new');
      complete(request, [status, this, request, false, false]);
    }

    // What the native stream asks for.

    onreadstart(): number {
      this.#reading = true;
      this.#become(this.#state);
      this.#inbox.flush();
      return 0;
    }

    onreadstop(): number {
      this.#reading = false;
      this.#become(this.#state);
      return 0;
    }

    isClosing(): boolean {
      return this.#state === 'closed';
    }

    onwrite(request: object, chunks: readonly Uint8Array[]): number {
      const status = this.#send(chunks);
      later(() => this.finishWrite(request, status));
      return 0;
    }

    /** Small writes are done at once, as the kernel does them: so what is written in a row arrives in one piece. */
    writeNow(chunks: readonly Uint8Array[], size: number): number {
      world.wrote(size);
      return this.#send(chunks);
    }

    get bytesWritten(): number {
      return this.#bytesWritten;
    }

    #send(chunks: readonly Uint8Array[]): number {
      for (let index = 0; index < chunks.length; index++) this.#bytesWritten += byteLength(chunks[index] as Uint8Array);
      const peer = this.#peer;
      if (!peer || peer.#state === 'closed') {
        if (this.#isBroken || this.#state !== 'connected') return error('EPIPE');
        // The kernel takes the first write behind the other end's close, and learns from the answer.
        later(() => this.receiveReset());
        return 0;
      }
      for (let index = 0; index < chunks.length; index++) peer.receive(copyOf(chunks[index] as Uint8Array));
      return 0;
    }

    onshutdown(request: object): number {
      const peer = this.#peer;
      // libuv shuts down before it hears of sockets, else behind that: the other end is told in the next round then.
      if (!loop.hasPolled) peer?.receiveEnd();
      later(() => {
        peer?.receiveEnd();
        this.finishShutdown(request, 0);
      });
      return 0;
    }

    // What the other end does.

    receive(bytes: Uint8Array): void {
      this.#inbox.push(bytes);
    }

    receiveEnd(): void {
      this.#inbox.end();
    }

    receiveReset(): void {
      if (this.#state === 'closed') return;
      this.#isBroken = true;
      if (this.#state === 'connecting') {
        this.#inbox.drop();
        return;
      }
      // Told to who reads, behind what has arrived before.
      this.#isReset ||= !this.#inbox.hasEnded();
      this.#inbox.end();
    }

    close(done?: () => void): void {
      if (this.#state !== 'closed') this.#close(this.#inbox.hasUnread());
      loop.atRoundEnd(() => deliver(() => done && apply(done, this, [])));
    }

    reset(done?: () => void): number {
      this.#close(true);
      loop.atRoundEnd(() => deliver(() => done && apply(done, this, [])));
      return 0;
    }

    #close(isReset: boolean): void {
      this.#become('closed');
      ports.release(this);
      const peer = this.#peer;
      if (!peer) return;
      // Before the other end knows that it is connected, this makes its attempt fail.
      if (isReset && peer.#state === 'connecting') peer.receiveReset();
      else if (isReset) later(() => peer.receiveReset());
      else peer.receiveEnd();
    }

    getsockname(out: Record<string, unknown>): number {
      return describe(this.#local ?? { address: '0.0.0.0', port: 0 }, out);
    }

    getpeername(out: Record<string, unknown>): number {
      return this.#state === 'connected' && this.#remote ? describe(this.#remote, out) : error('ENOTCONN');
    }

    ref(): void {
      this.#referenced = true;
      this.#become(this.#state);
    }

    unref(): void {
      this.#referenced = false;
      this.#become(this.#state);
    }

    hasRef(): boolean {
      return this.#referenced;
    }

    /** Changes the state, and what this handle does to keep the world alive: as in libuv, an open socket does so while it reads. */
    #become(state: State): void {
      this.#state = state;
      const isActive = state === 'connecting' || (state === 'connected' && this.#reading && !this.#inbox.isDone());
      const kind = !this.#referenced ? undefined : state === 'listening' ? 'servers' : isActive ? 'sockets' : undefined;
      if (kind === this.#counted) return;
      if (this.#counted) loop.holders[this.#counted]--;
      if (kind) loop.holders[kind]++;
      this.#counted = kind;
      loop.update();
    }

    open(): number {
      return error('EINVAL');
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
  ) => TcpHandle;
}

function complete(request: ConnectRequest, results: readonly unknown[]): void {
  if (request.oncomplete) apply(request.oncomplete, request, results);
}

/** Milliseconds after which Linux gives up a connection attempt that nobody answers (six retries). */
const connectTimeout = 127_000;

function describe({ address, port }: Endpoint, out: Record<string, unknown>): number {
  out['address'] = address;
  out['family'] = familyOf(address);
  out['port'] = port;
  return 0;
}
