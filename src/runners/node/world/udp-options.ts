import { copyProperties, min } from './builtins.ts';
import { type UdpSocket, usualBuffer } from './udp-socket.ts';

/** Gives a class of UDP handles the methods by which Node's `dgram` sets and reads a socket's options. */
export function addUdpOptions(prototype: object, socketOf: (handle: object) => UdpSocket): void {
  const ifBound = (socket: UdpSocket): number => (socket.local ? 0 : socket.error('EBADF'));
  // Groups are not modelled: who asks for one is told by `denied.ts` that this is not to be had.
  const withoutGroups = function (this: object): number {
    return socketOf(this).error('ENODEV');
  };
  copyProperties(prototype, {
    setBroadcast(this: object, on: unknown): number {
      const socket = socketOf(this);
      socket.mayBroadcast = Boolean(on);
      return ifBound(socket);
    },
    setTTL(this: object, hops: number): number {
      const socket = socketOf(this);
      return hops < 1 || hops > 255 ? socket.error('EINVAL') : ifBound(socket);
    },
    setMulticastTTL(this: object): number {
      return ifBound(socketOf(this));
    },
    setMulticastLoopback(this: object): number {
      return ifBound(socketOf(this));
    },
    setMulticastInterface: withoutGroups,
    addMembership: withoutGroups,
    dropMembership: withoutGroups,
    addSourceSpecificMembership: withoutGroups,
    dropSourceSpecificMembership: withoutGroups,
    bufferSize(this: object, size: number, isReceived: boolean, failure: Record<string, unknown>): number | undefined {
      const socket = socketOf(this);
      const kind = isReceived ? 'recv' : 'send';
      if (!socket.local) {
        failure['errno'] = socket.error('EBADF');
        failure['code'] = 'EBADF';
        failure['message'] = 'bad file descriptor';
        failure['syscall'] = `uv_${kind}_buffer_size`;
        return undefined;
      }
      if (size === 0) return socket.bufferSizes[kind];
      // Linux sets twice what it is asked for.
      socket.bufferSizes[kind] = 2 * min(size, usualBuffer);
      return size;
    },
  });
}
