/** What Python in the browser is made of; `python.json` beside the files, written by `scripts/runtime-files.ts`. */
export interface PythonRuntime {
  /** Folder of Pyodide's files, with a slash at its end; like the other addresses, relative to `python.json`. */
  readonly pyodide: string;
  readonly standardLibrary: string;
  /** Archive of the packages that can be imported; `null` if none can. */
  readonly sitePackages: string | null;
  /** Of what is fetched with progress, in bytes, uncompressed. */
  readonly size: number;
  /** Text of the lock file for Pyodide. */
  readonly lockFile: string;
  /** Texts of the files of `src/runners/pyodide/world/`, by path from there. */
  readonly world: Readonly<Record<string, string>>;
}

/** Folder of everything that runners in the browser are made of, from the site's root. */
export const runtimeFolder = '_mithal';
