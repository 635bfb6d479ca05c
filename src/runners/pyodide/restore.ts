import type { PyodideAPI } from 'pyodide';
import { createFileRestorer, type FileSystem } from './restore-files.ts';
import { createMemoryRestorer } from './restore-memory.ts';

/** What is used of Emscripten's module; Pyodide does not promise it, so `interpreter.test.ts` watches it. */
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  readonly memory: WebAssembly.Memory;
  readonly FS: FileSystem;
  readonly wasmTable: WebAssembly.Table;
  /** Lays a function into the table; a letter of the signature is a number of 32 bits, the first one is the result. */
  addFunction(call: (...given: number[]) => number, signature: string): number;
  _malloc(length: number): number;
  _free(address: number): void;
  _PySys_AddAuditHook(hook: number, data: number): number;
  stackSave(): number;
  stackRestore(pointer: number): void;
  /** The JavaScript object behind a handle of Python's; throws after the last one. */
  __hiwire_get(handle: number): unknown;
  __hiwire_set(handle: number, value: unknown): void;
}

/** A world that leaves more memory than this behind is not worth clearing. */
const mostGrowth = 64 * 1024 * 1024;
const mostNewTableEntries = 1000;

export function moduleOf(pyodide: PyodideAPI): EmscriptenModule {
  return (pyodide as unknown as { _module: EmscriptenModule })._module;
}

/**
 * Takes an image of the interpreter as it is now and returns what goes back to it: linear memory with all of Python in
 * it, the JavaScript objects Python holds, files, open streams, working folder, stack pointer. False if what the world
 * left behind cannot be undone; the interpreter must not be used then.
 */
export function createRestorer(pyodide: PyodideAPI): () => boolean {
  const module = moduleOf(pyodide);
  const restoreFiles = createFileRestorer(module.FS);
  const stackPointer = module.stackSave();
  const objects = heldObjects(module);
  const tableLength = module.wasmTable.length;
  const size = module.HEAPU8.length;
  const restoreMemory = createMemoryRestorer(module.memory);
  return () => {
    if (module.HEAPU8.length > size + mostGrowth) return false;
    if (module.wasmTable.length > tableLength + mostNewTableEntries) return false;
    if (!restoreFiles()) return false;
    restoreMemory();
    for (const [handle, object] of objects.entries()) {
      if (module.__hiwire_get(handle) !== object) module.__hiwire_set(handle, object);
    }
    module.stackRestore(stackPointer);
    return true;
  };
}

function heldObjects(module: EmscriptenModule): unknown[] {
  const objects: unknown[] = [];
  for (;;) {
    try {
      objects.push(module.__hiwire_get(objects.length));
    } catch {
      return objects;
    }
  }
}
