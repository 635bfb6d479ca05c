import { byteLength, copyOf } from './builtins.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { SocketWorld } from './loopback.ts';
import type { Endpoint } from './network.ts';

/** The handle through which Node knows a socket: what is told to it, and what it knows itself. */
export interface SocketOwner {
  /** HTTP/2's C++ runs ticks after each frame, if no JavaScript has called it. */
  isFramed: boolean;
  readBuffer(bytes: Uint8Array): void;
  emitEOF(): void;
}

type State = 'new' | 'listening' | 'connecting' | 'connected' | 'closed';

/** A socket as Linux's kernel has it: its state, where it is bound, the other end, and what has arrived. */
export class TcpSocket {
  readonly owner: SocketOwner;
  local: Endpoint | undefined;
  remote: Endpoint | undefined;
  bindError = 0;
  bytesWritten = 0;
  readonly #world: SocketWorld;
  readonly #inbox: Inbox;
  #state: State = 'new';
  #referenced = true;
  #reading = false;
  #counted: 'sockets' | 'servers' | undefined;
  #peer: TcpSocket | undefined;
  /** The other end wants to hear no more. */
  #isBroken = false;
  /** It said so instead of ending, and this one has not been told yet. */
  #isReset = false;

  constructor(owner: SocketOwner, world: SocketWorld) {
    this.owner = owner;
    this.#world = world;
    this.#inbox = createInbox({
      later: world.later,
      isPiecewise: () => owner.isFramed,
      isReading: () => this.#reading && this.#state !== 'closed',
      onBytes: (bytes) => owner.readBuffer(bytes),
      onEnd: () => {
        this.#update();
        if (this.#takeReset()) world.readFailed(owner, this.error('ECONNRESET'));
        else owner.emitEOF();
      },
    });
  }

  /** libuv's number of an error. */
  error(name: string): number {
    return this.#world.errors[`UV_${name}`] ?? -1;
  }

  get state(): State {
    return this.#state;
  }

  get isReferenced(): boolean {
    return this.#referenced;
  }

  set isReferenced(referenced: boolean) {
    this.#referenced = referenced;
    this.#update();
  }

  set isReading(reading: boolean) {
    this.#reading = reading;
    this.#update();
    if (reading) this.#inbox.flush();
  }

  /** The other end has reset the connection before this one knew of it. */
  get wasRefusedLate(): boolean {
    return this.#inbox.isDone();
  }

  become(state: State): void {
    this.#state = state;
    this.#update();
  }

  /** What this socket does to keep the world alive: as in libuv, an open one does so while it reads. */
  #update(): void {
    const { loop } = this.#world;
    const state = this.#state;
    const isActive = state === 'connecting' || (state === 'connected' && this.#reading && !this.#inbox.isDone());
    const kind = !this.#referenced ? undefined : state === 'listening' ? 'servers' : isActive ? 'sockets' : undefined;
    if (kind === this.#counted) return;
    if (this.#counted) loop.holders[this.#counted]--;
    if (kind) loop.holders[kind]++;
    this.#counted = kind;
    loop.update();
  }

  join(peer: TcpSocket): void {
    this.#peer = peer;
    peer.#peer = this;
  }

  /** The answer is libuv's number. */
  send(chunks: readonly Uint8Array[]): number {
    for (let index = 0; index < chunks.length; index++) this.bytesWritten += byteLength(chunks[index] as Uint8Array);
    const peer = this.#peer;
    if (!peer || peer.#state === 'closed') {
      if (this.#isBroken && this.#takeReset()) return this.error('ECONNRESET');
      if (this.#isBroken || this.#state !== 'connected') return this.error('EPIPE');
      // The kernel takes the first write after the other end's close, and learns from the answer.
      this.#world.later(() => this.receiveReset());
      return 0;
    }
    for (let index = 0; index < chunks.length; index++) peer.#inbox.push(copyOf(chunks[index] as Uint8Array));
    return 0;
  }

  /** Sends no more, but goes on reading. */
  shutdown(done: () => void): void {
    const { loop, later } = this.#world;
    const peer = this.#peer;
    // libuv shuts down before it hears of sockets, else after that: the other end is told in the next round then.
    if (!loop.hasPolled) peer?.receiveEnd();
    later(() => {
      peer?.receiveEnd();
      done();
    });
  }

  /** Who reads or writes first is told. */
  #takeReset(): boolean {
    const isReset = this.#isReset;
    this.#isReset = false;
    return isReset;
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
    // Told to who reads, after what has arrived before.
    this.#isReset ||= !this.#inbox.hasEnded();
    this.#inbox.end();
  }

  close(): void {
    if (this.#state !== 'closed') this.#close(this.#inbox.hasUnread());
  }

  reset(): void {
    this.#close(true);
  }

  #close(isReset: boolean): void {
    this.become('closed');
    this.#world.ports.release(this);
    const peer = this.#peer;
    if (!peer) return;
    // Before the other end knows that it is connected, this makes its attempt fail.
    if (isReset && peer.#state === 'connecting') peer.receiveReset();
    else if (isReset) this.#world.later(() => peer.receiveReset());
    else peer.receiveEnd();
  }
}
