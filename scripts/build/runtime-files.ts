import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync, zstdDecompressSync } from 'node:zlib';
import type { PythonParts } from '../../src/browser/python-parts.ts';
import type { Runtime, RuntimeFiles } from '../../src/browser/runtime.ts';
import { cacheFolder, ensureCached, sha256 } from '../../src/cache/cache.ts';
import { ensureSnapshot } from '../../src/runners/pyodide/ensure-snapshot.ts';
import { readProjectPackages } from '../../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../../src/runners/pyodide/packages.ts';
import { emptyLockFile, pyodideFolder } from '../../src/runners/pyodide/pyodide-package.ts';
import { ensureSitePackages } from '../../src/runners/pyodide/standard-library.ts';
import { readWorld, type WorldFiles } from '../../src/runners/pyodide/world-files.ts';
import { bundleScript } from './bundle-script.ts';
import { sandboxPage } from './sandbox-page.ts';

/**
 * Everything that runs examples in the browser, by path from `runtimeFolder` on the site: Python is the very one that
 * they ran on. Names change with the content, but for `runtime.json`, which tells them.
 */
export async function runtimeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, content: Uint8Array | string): string => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const extension = extname(name);
    const path = `${name.slice(0, -extension.length)}-${sha256(bytes).slice(0, 12)}${extension}`;
    files.set(path, bytes);
    return path;
  };
  const sized = (described: Omit<RuntimeFiles, 'size'>): RuntimeFiles => {
    const names = [described.worker, ...Object.values(described.parts)];
    return { ...described, size: names.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0) };
  };
  // A worker that can fetch nothing is handed its text: one script without imports.
  const runtime: Runtime = {
    pyodide: sized({
      sandbox: add('python.html', sandboxPage('wasm-unsafe-eval')),
      worker: add('python.js', await bundleScript('python-worker.ts', {})),
      parts: await pythonParts(add),
    }),
    node: sized({
      sandbox: add('javascript.html', sandboxPage('unsafe-eval')),
      worker: add('javascript.js', await bundleScript('js-worker.ts', {})),
      parts: {},
    }),
  };
  return files.set('runtime.json', new TextEncoder().encode(JSON.stringify(runtime)));
}

async function pythonParts(
  add: (name: string, content: Uint8Array | string) => string,
): Promise<RuntimeFiles['parts']> {
  const { wheels } = await ensureWheels(readProjectPackages());
  const files: WorldFiles = {
    pyodide: pyodideFolder(),
    lockFile: emptyLockFile(),
    // Of what boots nothing is computed again, so that bytecode would be no more than three megabytes to load.
    standardLibrary: join(pyodideFolder(), 'python_stdlib.zip'),
    sitePackages: wheels.length > 0 ? await ensureSitePackages(wheels) : null,
    // It would have to be loaded with the page's interpreter, whether the reader imports a package or not.
    imports: null,
    world: join(import.meta.dirname, '../../src/runners/pyodide/world'),
    clock: 'real',
    hashSeed: 1,
  };
  const { lockFile, hashSeed } = files;
  const snapshot = await ensureSnapshot(files);
  return {
    glue: add('pyodide.mjs', await readFile(join(files.pyodide, 'pyodide.asm.mjs'))),
    wasm: add('pyodide.wasm', await readFile(join(files.pyodide, 'pyodide.asm.wasm'))),
    standardLibrary: add('standard-library.zip', await readFile(files.standardLibrary)),
    ...(files.sitePackages && {
      sitePackages: add('site-packages.bin', await compressed(await readFile(files.sitePackages), (bytes) => bytes)),
    }),
    snapshot: add('snapshot.bin', await compressed(snapshot.bytes, zstdDecompressSync)),
    world: add('world.json', JSON.stringify({ lockFile, hashSeed, world: readWorld(files.world) })),
  } satisfies PythonParts<string>;
}

/** What is kept in these bytes, compressed by gzip: few hosts do so themselves with what they do not know. */
async function compressed(bytes: Uint8Array, content: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array> {
  const compress = async () => gzipSync(content(bytes), { level: 9 });
  return (await ensureCached(join(cacheFolder(), 'browser'), sha256(bytes).slice(0, 16), 'gz', compress)).bytes;
}
