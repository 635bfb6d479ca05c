import { apply, copyProperties } from './builtins.ts';
import type { EventLoop } from './event-loop.ts';
import { type Endpoint, familyOf } from './network.ts';
import { deliver } from './stacks.ts';

/** What a handle asks of the socket behind it, whatever its protocol. */
interface HandledSocket {
  isReferenced: boolean;
  close(): void;
  /** libuv's number of an error. */
  error(name: string): number;
}

/**
 * Gives a class the methods that libuv's handles of TCP and UDP have in common. `socketOf`
 * finds the socket of a handle.
 */
export function addHandleMethods(
  prototype: object,
  socketOf: (handle: object) => HandledSocket,
  loop: EventLoop,
): void {
  copyProperties(prototype, {
    close(this: object, done?: () => void): void {
      socketOf(this).close();
      tellClosed(this, done, loop);
    },
    ref(this: object): void {
      socketOf(this).isReferenced = true;
    },
    unref(this: object): void {
      socketOf(this).isReferenced = false;
    },
    hasRef(this: object): boolean {
      return socketOf(this).isReferenced;
    },
    // Of a file descriptor of the program's own, which is never a socket here.
    open(this: object): number {
      return socketOf(this).error('EINVAL');
    },
  });
}

/** Calls back at the end of the round, which is when libuv tells that a handle is closed. */
export function tellClosed(handle: object, done: (() => void) | undefined, loop: EventLoop): void {
  loop.atRoundEnd(() => deliver(() => done && apply(done, handle, [])));
}

/** Writes an end of a connection into the object that Node's JavaScript hands in for it; `out` again. */
export function describeEndpoint({ address, port }: Endpoint, out: Record<string, unknown>): Record<string, unknown> {
  out['address'] = address;
  out['family'] = familyOf(address);
  out['port'] = port;
  return out;
}
