/** What is used of Emscripten's file system in memory; see `restore.ts`. */
export interface FileSystem {
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

/** `shared` is common to all descriptors that were made of one by `dup`. */
interface OpenFile {
  readonly shared: object;
}

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

/** What was there stays as it is, or the restoring fails; what was not there is removed. */
export function createFileRestorer(fs: FileSystem): () => boolean {
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
  const restoreStreams = createStreamRestorer(fs);
  const workingFolder = fs.cwd();
  const nextInode = fs.nextInode;

  return () => {
    restoreStreams();
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

/** Closes what is not of the image; what is of it may have been closed itself, and its descriptor used for another file. */
function createStreamRestorer(fs: FileSystem): () => void {
  const streams = fs.streams.map((stream) => stream && { stream, own: { ...stream }, shared: { ...stream.shared } });
  return () => {
    const known = new Set(streams.map((entry) => entry?.stream));
    for (const stream of fs.streams) if (stream && !known.has(stream)) fs.close(stream);
    for (const [descriptor, entry] of streams.entries()) {
      if (entry) Object.assign(Object.assign(entry.stream, entry.own).shared, entry.shared);
      fs.streams[descriptor] = entry?.stream;
    }
    fs.streams.length = streams.length;
  };
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
