/** Run as `node fresh-pyodide.ts FILE`: what a checker does that loads Pyodide as its manual says. */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

const pyodide = await loadPyodide();
try {
  await pyodide.runPythonAsync(readFileSync(process.argv[2] ?? '', 'utf8'));
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
