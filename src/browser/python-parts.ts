/** What Python in the browser is made of, besides its worker: as names of files, or as what they hold. */
export interface PythonParts<T> {
  /** Pyodide's script. */
  readonly glue: T;
  readonly wasm: T;
  /** Pyodide's own archive. */
  readonly standardLibrary: T;
  /** Archive of the packages that can be imported, compressed by gzip; absent if none can. */
  readonly sitePackages?: T;
  /** Memory of an interpreter that has booted from all this (`takeSnapshot`), compressed by gzip. */
  readonly snapshot: T;
  /** JSON of the `lockFile`, `world` and `hashSeed` of an interpreter (`InterpreterOptions`). */
  readonly world: T;
}
