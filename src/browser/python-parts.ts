/** What Python in the browser is made of, besides its worker: as names of files, or as what they hold. */
export interface PythonParts<T> {
  /** Pyodide's script. */
  readonly glue: T;
  readonly wasm: T;
  /** Archive with bytecode. */
  readonly standardLibrary: T;
  /** Archive of the packages that can be imported; absent if none can. */
  readonly sitePackages?: T;
  /** JSON of the `lockFile` and `world` of an interpreter (`InterpreterOptions`). */
  readonly world: T;
}
