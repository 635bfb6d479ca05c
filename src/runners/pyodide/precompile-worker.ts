/** The process that compiles libraries: it has no rights but to read them, and sends the archive to its parent. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { receiver, send, work } from './child-channel.ts';
import { createWorkerScope } from './worker-scope.ts';

/** The only request; paths are absolute. The answer is one `stdout` frame, the archive. */
export interface PrecompileRequest {
  /** Folder of the npm package `pyodide`. */
  readonly pyodide: string;
  readonly lockFile: string;
  /** `precompile.py`. */
  readonly script: string;
  readonly what: 'standard_library' | 'site_packages';
  readonly archives: readonly string[];
  /** Where the library will lie in the interpreter's file system. */
  readonly place: string;
}

await work(async () => {
  const { pyodide: folder, lockFile, script, what, archives, place } = receiver()() as PrecompileRequest;
  const indexURL = `${pathToFileURL(folder)}/`;
  createWorkerScope(indexURL);
  const { loadPyodide } = (await import(`${indexURL}pyodide.mjs`)) as typeof import('pyodide');
  const python = await loadPyodide({ indexURL, lockFileContents: lockFile, packageBaseUrl: indexURL });
  python.runPython(readFileSync(script, 'utf8'));
  const toBytes = python.runPython('lambda view: view.to_bytes()');
  const inputs = archives.map((path) => toBytes(new Uint8Array(readFileSync(path))));
  const result = python.globals.get(what)(what === 'standard_library' ? inputs[0] : python.toPy(inputs), place);
  send('stdout', result.toJs());
});
