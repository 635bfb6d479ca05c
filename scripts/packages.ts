/** `npm run packages`: brings the lock file of the Python packages in line with `packages` in `src/config.ts`. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, writeWhole } from '../src/cache/cache.ts';
import { config } from '../src/config.ts';
import { fetchFromIndex } from '../src/runners/pyodide/fetch-wheels.ts';
import type { LockedPackage } from '../src/runners/pyodide/package-lock.ts';
import { pyodideFolder } from '../src/runners/pyodide/pyodide-package.ts';

interface PyodideLock {
  readonly packages: Readonly<
    Record<
      string,
      { name: string; version: string; file_name: string; sha256: string; imports: string[]; depends: string[] }
    >
  >;
}

const lockFile = join(import.meta.dirname, '../src/runners/pyodide/packages.lock.json');
const old = JSON.parse(await readFile(lockFile, 'utf8')) as { about: string; pyodide: string };
const pyodide = JSON.parse(await readFile(join(pyodideFolder(), 'pyodide-lock.json'), 'utf8')) as PyodideLock;
const { version } = JSON.parse(await readFile(join(pyodideFolder(), 'package.json'), 'utf8')) as { version: string };

const folder = await mkdtemp(join(tmpdir(), 'mithal-lock-'));
try {
  const needed = new Set(config.packages);
  const results = [];
  for (const name of needed) {
    const result = await lockPackage(name);
    results.push(result);
    if (typeof result !== 'string') for (const other of result.depends) needed.add(other);
  }
  const problems = results.filter((result) => typeof result === 'string');
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else {
    const packages = results.filter((result) => typeof result !== 'string');
    packages.sort((a, b) => (a.name < b.name ? -1 : 1));
    await writeWhole(lockFile, `${JSON.stringify({ about: old.about, pyodide: version, packages }, null, 2)}\n`);
    console.log(
      `${packages.length} packages locked: ${packages.map((entry) => `${entry.name} ${entry.version}`).join(', ')}`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Gives the entry of a package, or why it cannot have one. */
async function lockPackage(name: string): Promise<LockedPackage | string> {
  const found = pyodide.packages[name];
  if (!found) return `src/config.ts: Pyodide ${version} has no package ${name}; examples can import only what it has.`;
  const { file_name: file, imports, depends } = found;
  if (!file.endsWith('-none-any.whl')) return `src/config.ts: ${name} is not pure Python, which cannot be locked yet.`;
  const own = join(folder, name);
  const failed = await fetchFromIndex(found, [], own);
  if (failed) return `src/config.ts: ${name} ${found.version} cannot be fetched from the package index: ${failed}`;
  const index = sha256(await readFile(join(own, file)));
  return { name, version: found.version, file, sha256: { distribution: found.sha256, index }, imports, depends };
}
