import type { loadPyodide as LoadPyodide, PyodideAPI } from 'pyodide';
import { name as digestsName } from './bytecode-digests.ts';
import { pageSize } from './memory-cap.ts';
import { readStoredZip } from './stored-zip.ts';

/** What Pyodide boots from; how it was fetched is for the caller, so that Node and browsers share the rest. */
export interface BootOptions {
  readonly loadPyodide: typeof LoadPyodide;
  /** Address of the folder with `pyodide.asm.mjs` and `pyodide.asm.wasm`, with a slash at its end. */
  readonly indexUrl: string;
  /**
   * Address of the standard library: Pyodide's own archive, or the one of
   * `standard-library.ts`, which starts faster.
   */
  readonly standardLibraryUrl: string;
  /** `emptyLockFile` of `pyodide-package.ts`. */
  readonly lockFile: string;
  /** The files of `world/`, by path from there. */
  readonly world: Readonly<Record<string, string>>;
  /** Archive of the installed packages (`standard-library.ts`); absent: none can be imported. */
  readonly sitePackages?: Uint8Array;
  /** PYTHONHASHSEED: fixed for the life of an interpreter. */
  readonly hashSeed: number;
}

/** Settings of `loadPyodide` that it does not promise; `snapshot.test.ts` watches them. */
export interface SnapshotSettings {
  readonly _makeSnapshot?: true;
  readonly _loadSnapshot?: Uint8Array;
  /** Gives the JavaScript object that Python held when the snapshot was taken, by what it was written down as. */
  readonly _snapshotDeserializer?: (written: string) => unknown;
}

/** Where the files of `world/` lie. */
export const worldFolder = '/lib/mithal';

/** Boots Pyodide with the world and the packages in its file system: by itself, or out of a snapshot. */
export async function bootPython(options: BootOptions, snapshot: SnapshotSettings): Promise<PyodideAPI> {
  const { loadPyodide, indexUrl, standardLibraryUrl, lockFile, hashSeed } = options;
  // Finalizers would run between worlds and free, in the restored memory, what only lived in the world before.
  const finalizers = globalThis.FinalizationRegistry;
  globalThis.FinalizationRegistry = NoFinalizationRegistry as unknown as FinalizationRegistryConstructor;
  const instantiate = WebAssembly.instantiateStreaming;
  if (snapshot._loadSnapshot) WebAssembly.instantiateStreaming = withRoomFor(snapshot._loadSnapshot, instantiate);
  let packagesFolder = '';
  try {
    const pyodide = await loadPyodide({
      indexURL: indexUrl,
      stdLibURL: standardLibraryUrl,
      lockFileContents: lockFile,
      packageBaseUrl: indexUrl,
      jsglobals: Object.create(null),
      env: { HOME: '/home/pyodide', PYTHONHASHSEED: String(hashSeed) },
      fsInit: async (_, { sitePackages }) => {
        packagesFolder = sitePackages;
      },
      ...snapshot,
    });
    // Not before: Pyodide notes down the packages that it finds, and takes no snapshot then.
    layFiles(pyodide.FS, packagesFolder, options);
    return pyodide;
  } finally {
    globalThis.FinalizationRegistry = finalizers;
    WebAssembly.instantiateStreaming = instantiate;
  }
}

/** Pyodide copies a snapshot into the memory it begins with, even where that of the snapshot has grown. */
function withRoomFor(
  snapshot: Uint8Array,
  instantiate: typeof WebAssembly.instantiateStreaming,
): typeof WebAssembly.instantiateStreaming {
  return async (source, imports) => {
    const made = await instantiate(source, imports);
    const memory = made.instance.exports['memory'] as WebAssembly.Memory;
    const missing = snapshot.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.floor(missing / pageSize));
    return made;
  };
}

class NoFinalizationRegistry {
  register(): void {}
  unregister(): boolean {
    return false;
  }
}

function layFiles(
  fs: PyodideAPI['FS'],
  packagesFolder: string,
  { world, sitePackages }: Pick<BootOptions, 'world' | 'sitePackages'>,
): void {
  const folders = new Set<string>();
  const lay = (path: string, content: string | Uint8Array): void => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!folders.has(folder)) fs.mkdirTree(folder);
    folders.add(folder);
    fs.writeFile(path, content, { canOwn: true });
  };
  for (const [path, text] of Object.entries(world)) lay(`${worldFolder}/${path}`, text);
  for (const [path, bytes] of sitePackages ? readStoredZip(sitePackages) : []) {
    if (path !== digestsName) lay(`${packagesFolder}/${path}`, bytes);
  }
}
