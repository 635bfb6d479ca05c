import type { PyodideAPI } from 'pyodide';
import { moduleOf } from './restore.ts';

/** Ends a program before it works on the interpreter's raw memory, where it could change what is reported of it. */
export interface RawMemoryWatch {
  /** From now on the program of an example runs, or no longer does. */
  watch(running: boolean): void;
  /** The world is over. */
  forget(): void;
  /** Whether a program was ended; the interpreter must not be used again then. */
  reached(): boolean;
}

/** C functions, by their places in WebAssembly's table; see `world/_mithal/raw_memory.py`. */
export interface RawMemoryDoors {
  readonly closed: readonly {
    readonly index: number;
    readonly parameters: number;
    readonly fewest: number;
    readonly own: readonly number[];
  }[];
  /** `marshal.dumps`. */
  readonly marshal: { readonly index: number; readonly parameters: number };
}

/** How compiled code is known from bytes that are none. */
export interface Bytecode {
  digest(bytes: Uint8Array): string;
  /** The digests of what the library and the packages were compiled to. */
  readonly ofLibrary: ReadonlySet<string>;
}

/**
 * What Python announces before it does it (`sys.addaudithook`): an object at an address,
 * code that no compiler made.
 */
const closedEvents: readonly string[] = ['ctypes.cdata', 'code.__new__', 'marshal.load'];

/** Code out of bytes, which is how the library itself comes in. */
const unmarshalling = 'marshal.loads';

/**
 * @param silence ends what is printed: the dying interpreter prints its own frames
 * @param bytecode absent: bytes are taken for what they say they are
 */
export function watchRawMemory(
  pyodide: PyodideAPI,
  doors: RawMemoryDoors,
  silence: () => void,
  bytecode?: Bytecode,
): RawMemoryWatch {
  const module = moduleOf(pyodide);
  const table = module.wasmTable;
  let running = false;
  let reached = false;
  const stop = (): never => {
    reached = true;
    silence();
    throw new Error('The program works on raw memory');
  };
  const guard = (index: number, parameters: number, call: (original: Call, given: readonly number[]) => number) => {
    const original = table.get(index) as Call;
    const guarded: Call = (...given) => call(original, given);
    table.set(index, table.get(module.addFunction(guarded, 'i'.repeat(1 + parameters))));
  };
  for (const { index, parameters, fewest, own } of doors.closed) {
    guard(index, parameters, (original, given) => {
      // The third parameter of those that count them is how many arguments Python gave.
      if (running && (given[2] ?? 0) >= fewest && !own.includes(given[0] ?? 0)) stop();
      return original(...given);
    });
  }
  const made = new Set<string>();
  const { index, parameters } = doors.marshal;
  guard(index, parameters, (original, given) => {
    const result = original(...given);
    if (bytecode && running && result !== 0) made.add(bytecode.digest(bytesAt(module.HEAPU8, result)));
    return result;
  });
  const isCompiled = (bytes: Uint8Array): boolean => {
    const digest = bytecode?.digest(bytes);
    return digest === undefined || bytecode?.ofLibrary.has(digest) || made.has(digest);
  };
  const audit = (name: number, given: number): number => {
    if (!running) return 0;
    const event = nameAt(module.HEAPU8, name);
    if (closedEvents.includes(event)) stop();
    if (event === unmarshalling && !isCompiled(firstItemAt(module.HEAPU8, given))) stop();
    return 0;
  };
  module._PySys_AddAuditHook(module.addFunction(audit, 'iiii'), 0);
  return {
    watch(now) {
      running = now;
    },
    forget: () => made.clear(),
    reached: () => reached,
  };
}

type Call = (...given: number[]) => number;

/** In bytes: where the items of a tuple are, the length and the data of a bytes object (Include/cpython). */
const tupleItems = 16;
const bytesLength = 8;
const bytesData = 16;

function nameAt(memory: Uint8Array, start: number): string {
  return String.fromCharCode(...memory.subarray(start, memory.indexOf(0, start)));
}

/** The first item of a tuple, a bytes object. */
function firstItemAt(memory: Uint8Array, tuple: number): Uint8Array {
  return bytesAt(memory, wordAt(memory, tuple + tupleItems));
}

function bytesAt(memory: Uint8Array, object: number): Uint8Array {
  return memory.subarray(object + bytesData, object + bytesData + wordAt(memory, object + bytesLength));
}

function wordAt(memory: Uint8Array, address: number): number {
  return new DataView(memory.buffer).getUint32(address, true);
}
