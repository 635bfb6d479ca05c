import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { removeFolder, sizeOf } from './hostile-folder.ts';

/** Folders of one runner; all of them lie in one, so that one removal leaves nothing. */
export interface WorldFolders {
  /** Folder of the world's own code. */
  readonly code: string;
  /** The file in it that Node loads in front of a program. */
  readonly loader: string;
  /** Makes the folder that one world shows as `/`, with its working folder in it. */
  create(): WorldFolder;
  removeAll(): void;
}

export interface WorldFolder {
  readonly root: string;
  /** Takes Node's report of a fatal error. */
  readonly stderrFile: string;
  readonly stdinFile: string;
  /** Lays a file into the working folder; parents are made. */
  lay(name: string, text: string): void;
  /** Bytes of all files that the program sees. */
  size(): number;
  /** Whatever the program has done to it. */
  remove(): void;
}

/** In memory where the system has a place for that. What a killed runner left behind is removed first. */
export function createWorldFolders(): WorldFolders {
  const place = existsSync('/dev/shm') ? '/dev/shm' : realpathSync(tmpdir());
  removeLeftovers(place);
  const folder = mkdtempSync(join(place, `${prefix}${process.pid}-`));
  const code = join(folder, 'code');
  let count = 0;
  return {
    code,
    loader: join(code, 'load.cjs'),
    create: () => createWorldFolder(join(folder, `${count++}`)),
    removeAll: () => removeFolder(folder),
  };
}

const prefix = 'mithal-node-';

function removeLeftovers(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && !isRunning(pid)) removeLeftover(join(place, name));
  }
}

function removeLeftover(folder: string): void {
  try {
    removeFolder(folder);
  } catch {
    // It is another user's.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function createWorldFolder(folder: string): WorldFolder {
  const root = join(folder, 'root');
  const workingFolder = join(root, 'example');
  mkdirSync(workingFolder, { recursive: true });
  mkdirSync(join(root, 'tmp'));
  mkdirSync(join(root, 'home/user'), { recursive: true });
  return {
    root,
    stderrFile: join(folder, 'stderr'),
    stdinFile: join(folder, 'stdin'),
    lay: (name, text) => {
      const path = join(workingFolder, name);
      if (!path.startsWith(workingFolder + sep)) throw new Error(`file=${name} leads out of the working folder`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
    size: () => sizeOf(root),
    remove: () => removeFolder(folder),
  };
}
