import type { PyodideAPI } from 'pyodide';
import { readStoredZip } from './stored-zip.ts';

/** The file of SHA-256 values, one after another, that `precompile.py` lays into its archives. */
export const name = 'bytecode.sha256';
const digestLength = 32;

/** The digests of the standard library that the interpreter was booted with; in hexadecimal. */
export function digestsOfStandardLibrary(pyodide: PyodideAPI): readonly string[] {
  const read = `next(finder for finder in sys.path_importer_cache.values() if hasattr(finder, "archive")).get_data("${name}")`;
  return split(pyodide.runPython(`import sys; ${read}`).toJs());
}

/** The bytecode of the modules that are part of the interpreter itself. */
export function frozenBytecode(pyodide: PyodideAPI): readonly Uint8Array[] {
  const found = 'bytes(imp.find_frozen(name, withdata=True)[0])';
  const read = `(lambda imp: [${found} for name in imp._frozen_module_names()])(__import__("_imp"))`;
  return pyodide.runPython(read).toJs();
}

/** The digests of packages in an archive. */
export function digestsOfPackages(sitePackages: Uint8Array): readonly string[] {
  const digests = readStoredZip(sitePackages).get(name);
  if (!digests) throw new Error(`An archive of packages has no ${name}`);
  return split(digests);
}

function split(bytes: Uint8Array): string[] {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.match(new RegExp(`.{${2 * digestLength}}`, 'g')) ?? [];
}
