import type { PyodideAPI } from 'pyodide';

/** What is used of Emscripten's module; Pyodide does not promise it, so `interpreter.test.ts` watches it. */
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
  readonly FS: FileSystem;
  readonly wasmTable: WebAssembly.Table;
  stackSave(): number;
  stackRestore(pointer: number): void;
  /** The JavaScript object behind a handle of Python's; throws behind the last one. */
  __hiwire_get(handle: number): unknown;
  __hiwire_set(handle: number, value: unknown): void;
}

interface FileSystem {
  readonly root: FileNode;
  readonly streams: (OpenFile | null | undefined)[];
  nextInode: number;
  ignorePermissions: boolean;
  cwd(): string;
  chdir(path: string): void;
  getPath(node: FileNode): string;
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  isMountpoint(node: FileNode): boolean;
  unlink(path: string): void;
  rmdir(path: string): void;
  close(stream: OpenFile): void;
}

type OpenFile = object;

interface FileNode {
  readonly contents: Uint8Array | Record<string, FileNode> | null | undefined;
  readonly usedBytes: number;
  mode: number;
  atime: number;
  mtime: number;
  ctime: number;
}

type BaseNode = Pick<FileNode, 'contents' | 'usedBytes' | 'mode' | 'atime' | 'mtime'>;

/** No clock gives this time (milliseconds), so a library file that still bears it was not written to. */
const untouched = 1;

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
  const memory = module.HEAPU8.slice();
  return () => {
    if (module.HEAPU8.length > memory.length + mostGrowth) return false;
    if (module.wasmTable.length > tableLength + mostNewTableEntries) return false;
    if (!restoreFiles()) return false;
    module.HEAPU8.set(memory);
    module.HEAPU8.fill(0, memory.length);
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

/** What was there stays as it is, or the restoring fails; what was not there is removed. */
function createFileRestorer(fs: FileSystem): () => boolean {
  const folders = new Map<FileNode, ReadonlyMap<string, FileNode>>();
  const nodes = new Map<FileNode, BaseNode>();
  const collect = (node: FileNode): void => {
    node.ctime = untouched;
    const { contents, usedBytes, mode, atime, mtime } = node;
    nodes.set(node, { contents, usedBytes, mode, atime, mtime });
    if (!isFolder(fs, node)) return;
    const entries = entriesOf(node);
    folders.set(node, entries);
    for (const child of entries.values()) collect(child);
  };
  collect(fs.root);
  const streams = [...fs.streams];
  const workingFolder = fs.cwd();
  const nextInode = fs.nextInode;

  return () => {
    closeOthers(fs, streams);
    fs.ignorePermissions = true;
    try {
      fs.chdir(workingFolder);
      for (const [folder, entries] of folders) if (!removeOthers(fs, folder, entries)) return false;
    } finally {
      fs.ignorePermissions = false;
    }
    for (const [node, base] of nodes) if (!restoreNode(fs, node, base)) return false;
    fs.nextInode = nextInode;
    return true;
  };
}

function closeOthers(fs: FileSystem, streams: readonly (OpenFile | null | undefined)[]): void {
  for (const stream of fs.streams) if (stream && !streams.includes(stream)) fs.close(stream);
  fs.streams.splice(0, fs.streams.length, ...streams);
}

/** False if something that belongs into the folder is gone or was replaced. */
function removeOthers(fs: FileSystem, folder: FileNode, entries: ReadonlyMap<string, FileNode>): boolean {
  for (const [name, node] of entriesOf(folder)) {
    if (entries.get(name) === node) continue;
    if (entries.has(name)) return false;
    remove(fs, node);
  }
  return entriesOf(folder).size === entries.size;
}

function remove(fs: FileSystem, node: FileNode): void {
  if (isFolder(fs, node)) {
    for (const child of entriesOf(node).values()) remove(fs, child);
    fs.rmdir(fs.getPath(node));
  } else fs.unlink(fs.getPath(node));
}

/** False if the node was written to. */
function restoreNode(fs: FileSystem, node: FileNode, base: BaseNode): boolean {
  const { contents, usedBytes, mode, atime, mtime } = base;
  // Devices take note of every write, which changes nothing about them.
  const written = node.contents !== contents || node.usedBytes !== usedBytes || node.ctime !== untouched;
  if (written && fs.isFile(mode)) return false;
  Object.assign(node, { mode, atime, mtime, ctime: untouched });
  return true;
}

function isFolder(fs: FileSystem, node: FileNode): boolean {
  return fs.isDir(node.mode) && !fs.isMountpoint(node);
}

function entriesOf(folder: FileNode): ReadonlyMap<string, FileNode> {
  return new Map(Object.entries((folder.contents ?? {}) as Record<string, FileNode>));
}
