import type { PyodideAPI } from 'pyodide';

/** What is used of Emscripten's file system; the names are those it calls itself by. */
interface FileSystem {
  open(path: string, flags: number, mode?: number): unknown;
  mknod(path: string, mode: number, device: number): { readonly parent: { mtime: number } };
  lookupPath(path: string): { readonly node: { readonly mtime: number } };
  readonly ErrnoError: new (errno: number) => Error;
}

/** The permissions that new files of an ordinary user do not get. */
const umask = 0o022;

const longestName = 255;
/** ENAMETOOLONG, as Emscripten counts. */
const nameTooLong = 37;

/**
 * Lets Emscripten's file system heed the umask and the longest file name of Linux, which it does not know, and change the
 * time of a folder with every new entry: Linux counts nanoseconds, and by that time Python's import finds new modules.
 */
export function followLinux(pyodide: Pick<PyodideAPI, 'FS'>): void {
  const fs = pyodide.FS as unknown as FileSystem;
  const { open, mknod } = fs;
  const checkName = (path: unknown): void => {
    if (typeof path !== 'string' || path.length <= longestName / 4) return;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (new TextEncoder().encode(name).length > longestName) throw new fs.ErrnoError(nameTooLong);
  };
  fs.open = (path, flags, mode = 0o666) => {
    checkName(path);
    return open(path, flags, mode & ~umask);
  };
  fs.mknod = (path, mode, device) => {
    checkName(path);
    const before = fs.lookupPath(path.slice(0, path.lastIndexOf('/')) || '/').node.mtime;
    const node = mknod(path, mode & ~umask, device);
    if (node.parent.mtime <= before) node.parent.mtime = before + 1;
    return node;
  };
}
