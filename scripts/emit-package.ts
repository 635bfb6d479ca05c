/**
 * Lays the example engine into `package/` as other projects install it (`npm pack` runs this first): JavaScript, since
 * Node strips no types below `node_modules`, with its declarations, and beside it what is not TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
const target = join(root, 'package');
rmSync(target, { recursive: true, force: true });
// By its file: on Windows the name of a command is that of a script, which cannot be started without a shell.
const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('@typescript/native/package.json')));
const emitted = spawnSync(process.execPath, [compiler, '--project', 'scripts/package/tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (emitted.error) throw emitted.error;
for (const folder of ['src/content', 'src/runners/node', 'src/runners/pyodide']) {
  cpSync(join(root, folder), join(target, folder), { recursive: true, filter: isAsset });
}
process.exitCode = emitted.status ?? 1;

function isAsset(path: string): boolean {
  return statSync(path).isDirectory() ? !path.endsWith('__pycache__') : !path.endsWith('.ts');
}
