import { append, byteLength, copyOf, takeFirst } from './builtins.ts';
import type { SocketWorld } from './loopback.ts';
import { destinationOf, type Endpoint } from './network.ts';

/** What has arrived and where it is from; an error instead where a datagram of this socket's own was refused. */
export type Arrival =
  | { readonly kind: 'message'; readonly bytes: Uint8Array; readonly sender: Endpoint }
  | { readonly kind: 'error'; readonly error: number };

/** Bytes that Linux keeps for what nobody has read yet. */
export const usualBuffer = 212_992;

/** A datagram socket as Linux's kernel has it. The answers of its methods are libuv's numbers. */
export class UdpSocket {
  /** Undefined before the kernel was asked for anything. */
  local: Endpoint | undefined;
  remote: Endpoint | undefined;
  mayBroadcast = false;
  /** In bytes. */
  readonly bufferSizes = { recv: usualBuffer, send: usualBuffer };
  readonly #world: SocketWorld;
  readonly #take: (arrival: Arrival) => void;
  readonly #waiting: Arrival[] = [];
  #error = 0;
  /** What the program itself asked to be bound to. */
  #given: { readonly address: string | undefined; readonly port: number | undefined } = {
    address: undefined,
    port: undefined,
  };
  #isServer = false;
  #isReceiving = false;
  #isReferenced = true;
  #isClosed = false;
  #counted: 'sockets' | 'servers' | undefined;

  constructor(world: SocketWorld, take: (arrival: Arrival) => void) {
    this.#world = world;
    this.#take = take;
  }

  error(name: string): number {
    return this.#world.errors[`UV_${name}`] ?? -1;
  }

  get isReferenced(): boolean {
    return this.#isReferenced;
  }

  set isReferenced(referenced: boolean) {
    this.#isReferenced = referenced;
    this.#update();
  }

  set isReceiving(receiving: boolean) {
    this.#isReceiving = receiving;
    this.#update();
    if (receiving) this.#world.later(() => this.#hand());
  }

  bind({ address, port }: Endpoint, { ipv6Only, isShared }: { ipv6Only: boolean; isShared: boolean }): number {
    if (this.local?.port) return this.error('EINVAL');
    this.local = { address: anyOf(address), port: 0 };
    if (destinationOf(address) !== 'loopback') return this.error('EADDRNOTAVAIL');
    // Not root: ports below 1024 belong to the system.
    if (port > 0 && port < 1024) return this.error('EACCES');
    const claimed = this.#world.datagramPorts.claim({ address, port, ipv6Only, isShared, handle: this });
    if (claimed === undefined) return this.error('EADDRINUSE');
    this.local = { address, port: claimed };
    this.#given = { address: isAny(address) ? undefined : address, port: port > 0 ? port : undefined };
    // Whoever names a port waits for others to send to it.
    this.#isServer = port > 0;
    this.#update();
    return 0;
  }

  connect(remote: Endpoint): number {
    const { address, port } = remote;
    if (destinationOf(address) === 'unreachable') return this.error('ENETUNREACH');
    const host = hostOf(address);
    this.#bindSomewhere(host);
    if (isAny(this.local?.address)) this.local = { address: host, port: this.local?.port ?? 0 };
    this.remote = { address: host, port };
    return 0;
  }

  /** What the kernel chose for the connection ends with it: the address, and the port. */
  disconnect(): number {
    const { remote, local } = this;
    if (!remote || !local) return this.error('ENOTCONN');
    this.remote = undefined;
    const { address = anyOf(local.address), port = 0 } = this.#given;
    if (port === 0) this.#world.datagramPorts.release(this);
    this.local = { address, port };
    return 0;
  }

  /** @returns the number of bytes sent and 1, or an error */
  send(bytes: Uint8Array, to: Endpoint | undefined): number {
    const remote = to ?? this.remote;
    if (!remote) return this.error('EDESTADDRREQ');
    if (this.#error) return this.#takeError();
    const { address, port } = remote;
    if (address === '255.255.255.255' && !this.mayBroadcast) return this.error('EACCES');
    if (byteLength(bytes) > longestDatagram) return this.error('EMSGSIZE');
    const destination = destinationOf(address);
    if (destination === 'unreachable') return this.error('ENETUNREACH');
    const host = hostOf(address);
    this.#bindSomewhere(host);
    const sent = byteLength(bytes) + 1;
    if (destination === 'black-hole') return sent;
    const receiver = this.#world.datagramPorts.listenerAt({ address: host, port })?.handle;
    const own = this.local as Endpoint;
    const sender = { address: isAny(own.address) ? host : own.address, port: own.port };
    if (receiver?.hears(sender)) receiver.#receive({ kind: 'message', bytes: copyOf(bytes), sender });
    else if (this.remote) this.#refuse();
    return sent;
  }

  close(): void {
    this.#isClosed = true;
    this.#world.datagramPorts.release(this);
    this.#update();
  }

  /** The kernel binds a socket that sends before it was bound. */
  #bindSomewhere(host: string): void {
    if (this.local?.port) return;
    this.bind({ address: anyOf(host), port: 0 }, { ipv6Only: false, isShared: false });
  }

  /** A connected socket is there for nobody else. */
  hears({ address, port }: Endpoint): boolean {
    const { remote } = this;
    return !remote || (remote.port === port && remote.address === address);
  }

  #receive(arrival: Arrival): void {
    append(this.#waiting, arrival);
    this.#world.later(() => this.#hand());
  }

  /** Nobody has the port: the sender learns of it by its next operation, or while it waits for an answer. */
  #refuse(): void {
    this.#error = this.error('ECONNREFUSED');
    this.#world.later(() => {
      if (this.#error && this.#isReceiving && !this.#isClosed) this.#take({ kind: 'error', error: this.#takeError() });
    });
  }

  #takeError(): number {
    const error = this.#error;
    this.#error = 0;
    return error;
  }

  #hand(): void {
    if (!this.#isReceiving || this.#isClosed) return;
    const arrival = takeFirst(this.#waiting) as Arrival | undefined;
    if (arrival) this.#take(arrival);
  }

  #update(): void {
    const { loop } = this.#world;
    const isActive = this.#isReceiving && this.#isReferenced && !this.#isClosed;
    const kind = !isActive ? undefined : this.#isServer ? 'servers' : 'sockets';
    if (kind === this.#counted) return;
    if (this.#counted) loop.holders[this.#counted]--;
    if (kind) loop.holders[kind]++;
    this.#counted = kind;
    loop.update();
  }
}

/** Bytes that a datagram of IPv4 can hold. */
const longestDatagram = 65_507;

function isAny(address: string | undefined): boolean {
  return address === '0.0.0.0' || address === '::';
}

function anyOf(address: string): string {
  return address.includes(':') ? '::' : '0.0.0.0';
}

/** Sending to "any" address means this machine. */
function hostOf(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  return address === '::' ? '::1' : address;
}
