import type { PyodideAPI } from 'pyodide';

/** The file of SHA-256 values, one behind another, that `precompile.py` lays into its archives. */
const name = 'bytecode.sha256';
const digestLength = 32;

/** The digests of the standard library that the interpreter was booted with; in hexadecimal. */
export function digestsOfStandardLibrary(pyodide: PyodideAPI): readonly string[] {
  const read = `next(finder for finder in sys.path_importer_cache.values() if hasattr(finder, "archive")).get_data("${name}")`;
  return split(pyodide.runPython(`import sys; ${read}`).toJs());
}

/** The digests of packages that were unpacked into a folder, which does not keep them. */
export function takeDigests({ FS }: PyodideAPI, folder: string): readonly string[] {
  const path = `${folder}/${name}`;
  const digests = split(FS.readFile(path));
  FS.unlink(path);
  return digests;
}

function split(bytes: Uint8Array): string[] {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.match(new RegExp(`.{${2 * digestLength}}`, 'g')) ?? [];
}
