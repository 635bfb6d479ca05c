import type { PyodideAPI } from 'pyodide';
import { hashSeeds } from './hash-seeds.ts';

/** What is used of Emscripten's file system; the names are those it calls itself by. */
interface FileSystem {
  open(path: string, flags: number, mode?: number): unknown;
  readonly root: FileNode;
  mknod(path: string, mode: number, device: number): FileNode & { readonly parent: { mtime: number } };
  lookupPath(path: string): { readonly node: { readonly mtime: number; readonly mode: number } };
  isDir(mode: number): boolean;
  readdir(path: string): string[];
  readonly ErrnoError: new (errno: number) => Error;
}

interface FileNode {
  readonly mode: number;
  readonly contents?: Readonly<Record<string, FileNode>> | Uint8Array | null;
}

/** The permissions that new files of an ordinary user do not get. */
const umask = 0o022;

const longestName = 255;
/** O_CREAT. */
const createIfMissing = 64;

/** EISDIR, ENAMETOOLONG, ENOTDIR and ENXIO, as Emscripten counts. */
const isADirectory = 31;
const nameTooLong = 37;
const notADirectory = 54;
const noSuchDevice = 60;

/**
 * Teaches Emscripten's file system what Linux does and it does not: new files heed the umask, names are
 * limited in length, only the name of a folder may end in a slash, and there is no terminal. The time of a
 * folder changes with every new entry, since Linux counts nanoseconds and Python's import finds new
 * modules by it. An entry may have any name, that of a property of all JavaScript objects too. A folder's
 * entries are listed backwards under one of the two hash seeds: their order differs between file systems,
 * so a text that shows it must vary.
 */
export function followLinux(pyodide: Pick<PyodideAPI, 'FS'>, hashSeed: number): void {
  const fs = pyodide.FS as unknown as FileSystem;
  const { open, mknod, readdir } = fs;
  const checkName = (path: unknown): void => {
    if (typeof path !== 'string' || path.length <= longestName / 4) return;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (new TextEncoder().encode(name).length > longestName) throw new fs.ErrnoError(nameTooLong);
  };
  const checkFolder = (path: unknown, flags: number): void => {
    if (typeof path !== 'string' || !path.endsWith('/')) return;
    if (flags & createIfMissing) throw new fs.ErrnoError(isADirectory);
    const { node } = fs.lookupPath(path.replace(/\/+$/, '') || '/');
    if (!fs.isDir(node.mode)) throw new fs.ErrnoError(notADirectory);
  };
  fs.open = (path, flags, mode = 0o666) => {
    if (path === '/dev/tty') throw new fs.ErrnoError(noSuchDevice);
    checkName(path);
    checkFolder(path, flags);
    return open(path, flags, mode & ~umask);
  };
  fs.readdir = (path) => (hashSeed === hashSeeds[0] ? readdir(path).reverse() : readdir(path));
  fs.mknod = (path, mode, device) => {
    checkName(path);
    // Whoever asks for a time gets whole milliseconds.
    const before = Math.floor(fs.lookupPath(path.slice(0, path.lastIndexOf('/')) || '/').node.mtime);
    const node = mknod(path, mode & ~umask, device);
    if (Math.floor(node.parent.mtime) <= before) node.parent.mtime = before + 1;
    allowAnyName(fs, node);
    return node;
  };
  allowAnyName(fs, fs.root);
}

/**
 * Of a folder and those in it: an object keeps their entries, and what it inherits of this
 * name cannot be assigned to.
 */
function allowAnyName(fs: FileSystem, { mode, contents }: FileNode): void {
  if (!fs.isDir(mode) || !contents || contents instanceof Uint8Array) return;
  Object.setPrototypeOf(contents, null);
  for (const node of Object.values(contents)) allowAnyName(fs, node);
}
