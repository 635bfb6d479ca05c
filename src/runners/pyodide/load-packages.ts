/** Run as `node load-packages.ts FOLDER NAME…`: Pyodide's own loader fetches the packages into the folder. */
import { loadPyodide } from 'pyodide';

const [folder = '.', ...names] = process.argv.slice(2);
const pyodide = await loadPyodide({ packageCacheDir: folder });
const errors: string[] = [];
const loaded = await pyodide.loadPackage(names, {
  errorCallback: (text) => errors.push(text),
  messageCallback: () => {},
});
// It reports a failure, but does not throw.
if (loaded.length === 0) {
  console.error(errors.at(-1) ?? 'nothing was loaded');
  process.exitCode = 1;
}
