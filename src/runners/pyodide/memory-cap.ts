/** Keeps WebAssembly memory below a limit that can be moved; the program sees an allocation fail. */
export interface MemoryCap {
  /** @param bytes whole size of the memory, at most; forgets earlier refusals */
  limit(bytes: number): void;
  /** Whether the last attempt to grow the memory was refused because of the limit. */
  refused(): boolean;
}

/** Of a WebAssembly memory, in bytes. */
export const pageSize = 65_536;

/** Caps every memory of this process or Web Worker; there is one interpreter in it. */
export function capMemory(): MemoryCap {
  let limit = Number.POSITIVE_INFINITY;
  let refused = false;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    refused = this.buffer.byteLength + pages * pageSize > limit;
    if (refused) throw new RangeError('The memory limit of this example is reached');
    return grow.call(this, pages);
  };
  return {
    limit(bytes) {
      limit = bytes;
      refused = false;
    },
    refused: () => refused,
  };
}
