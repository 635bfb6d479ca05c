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

interface BaseFolder {
  readonly folder: FileNode;
  readonly names: readonly string[];
  /** In the order of the names. */
  readonly children: readonly FileNode[];
}

/** No clock gives this time, whatever it is set to, so a library file that still bears it was not written to. */
const untouched = -0;

/** What was there stays as it is, or the restoring fails; what was not there is removed. */
export function createFileRestorer(fs: FileSystem): () => boolean {
  const folders: BaseFolder[] = [];
  const nodes: { readonly node: FileNode; readonly base: BaseNode }[] = [];
  const collect = (node: FileNode): void => {
    node.ctime = untouched;
    const { contents, usedBytes, mode, atime, mtime } = node;
    nodes.push({ node, base: { contents, usedBytes, mode, atime, mtime } });
    if (!isFolder(fs, node)) return;
    const entries = entriesOf(node);
    const children = Object.values(entries);
    folders.push({ folder: node, names: Object.keys(entries), children });
    for (const child of children) collect(child);
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
      for (const base of folders) if (!hasSameEntries(base) && !removeOthers(fs, base)) return false;
    } finally {
      fs.ignorePermissions = false;
    }
    for (const { node, base } of nodes) if (!isSame(node, base) && !restoreNode(fs, node, base)) return false;
    fs.nextInode = nextInode;
    return true;
  };
}

/**
 * Closes what is not of the image; what is of it may have been closed itself, and its
 * descriptor used for another file.
 */
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

function hasSameEntries({ folder, names, children }: BaseFolder): boolean {
  const entries = entriesOf(folder);
  return (
    Object.keys(entries).length === names.length && names.every((name, index) => entries[name] === children[index])
  );
}

/** False if something that belongs into the folder is gone or was replaced. */
function removeOthers(fs: FileSystem, { folder, names, children }: BaseFolder): boolean {
  const own = new Map(names.map((name, index) => [name, children[index]]));
  for (const [name, node] of Object.entries(entriesOf(folder))) {
    if (own.get(name) === node) continue;
    if (own.has(name)) return false;
    remove(fs, node);
  }
  return Object.keys(entriesOf(folder)).length === names.length;
}

function remove(fs: FileSystem, node: FileNode): void {
  if (isFolder(fs, node)) {
    for (const child of Object.values(entriesOf(node))) remove(fs, child);
    fs.rmdir(fs.getPath(node));
  } else fs.unlink(fs.getPath(node));
}

function isSame(node: FileNode, { contents, usedBytes, mode, atime, mtime }: BaseNode): boolean {
  return (
    node.contents === contents &&
    node.usedBytes === usedBytes &&
    node.mode === mode &&
    node.atime === atime &&
    node.mtime === mtime &&
    Object.is(node.ctime, untouched)
  );
}

/** False if the node was written to. */
function restoreNode(fs: FileSystem, node: FileNode, { contents, usedBytes, mode, atime, mtime }: BaseNode): boolean {
  // Devices take note of every write, which changes nothing about them.
  const written = node.contents !== contents || node.usedBytes !== usedBytes || !Object.is(node.ctime, untouched);
  if (written && fs.isFile(mode)) return false;
  Object.assign(node, { mode, atime, mtime, ctime: untouched });
  return true;
}

function isFolder(fs: FileSystem, node: FileNode): boolean {
  return fs.isDir(node.mode) && !fs.isMountpoint(node);
}

function entriesOf(folder: FileNode): Readonly<Record<string, FileNode>> {
  return (folder.contents ?? {}) as Record<string, FileNode>;
}
