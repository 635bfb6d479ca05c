import { copyProperties } from './builtins.ts';
import type { SocketWorld } from './loopback.ts';
import type { TcpSocket } from './tcp-socket.ts';
import { addWriteMethods } from './write-methods.ts';

/**
 * Node's class for streams whose bytes come from JavaScript: `net`, TLS and HTTP parsers
 * read and write it natively.
 */
export interface NativeStream {
  /** Gives bytes to whoever reads this stream. */
  readBuffer(bytes: Uint8Array): void;
  emitEOF(): void;
  finishWrite(request: object, status: number): void;
  finishShutdown(request: object, status: number): void;
}

/**
 * Gives a class of TCP handles the methods that the native stream beneath it calls, and
 * those by which Node writes.
 */
export function addStreamMethods(
  prototype: NativeStream,
  socketOf: (handle: object) => TcpSocket,
  { later, wrote }: SocketWorld,
): void {
  copyProperties(prototype, {
    onreadstart(this: NativeStream): number {
      socketOf(this).isReading = true;
      return 0;
    },
    onreadstop(this: NativeStream): number {
      socketOf(this).isReading = false;
      return 0;
    },
    isClosing(this: NativeStream): boolean {
      return socketOf(this).state === 'closed';
    },
    onwrite(this: NativeStream, request: object, chunks: readonly Uint8Array[]): number {
      const status = socketOf(this).send(chunks);
      later(() => this.finishWrite(request, status));
      return 0;
    },
    onshutdown(this: NativeStream, request: object): number {
      socketOf(this).shutdown(() => this.finishShutdown(request, 0));
      return 0;
    },
    get bytesWritten(): number {
      return socketOf(this).bytesWritten;
    },
  });
  // Small writes are done at once, as the kernel does them: so what is written in a row arrives in one piece.
  addWriteMethods(prototype, (handle, chunks, size) => {
    wrote(size);
    return socketOf(handle).send(chunks);
  });
}
