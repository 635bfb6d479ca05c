/**
 * Lays the example engine into `package/` as other projects install it (`npm pack` runs this first): JavaScript, since
 * Node strips no types below `node_modules`, with its declarations, and beside it what is not TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'package');
rmSync(target, { recursive: true, force: true });
const emitted = spawnSync('tsc', ['--project', 'scripts/package/tsconfig.json'], { cwd: root, stdio: 'inherit' });
if (emitted.error) throw emitted.error;
for (const folder of ['src/content', 'src/runners/node', 'src/runners/pyodide']) {
  cpSync(join(root, folder), join(target, folder), { recursive: true, filter: isAsset });
}
process.exitCode = emitted.status ?? 1;

function isAsset(path: string): boolean {
  return statSync(path).isDirectory() ? !path.endsWith('__pycache__') : !path.endsWith('.ts');
}
