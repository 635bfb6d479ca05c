import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import type { PythonParts } from '../src/browser/python-parts.ts';
import type { Runtime, RuntimeFiles } from '../src/browser/runtime.ts';
import { sha256 } from '../src/cache/cache.ts';
import { readProjectPackages } from '../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../src/runners/pyodide/packages.ts';
import { emptyLockFile, pyodideFolder } from '../src/runners/pyodide/pyodide-package.ts';
import { ensureSitePackages, ensureStandardLibrary } from '../src/runners/pyodide/standard-library.ts';
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
  const runtime: Runtime = {
    pyodide: sized({
      sandbox: add('python.html', sandboxPage('wasm-unsafe-eval')),
      worker: add('python.js', await bundleWorker('python-worker.ts')),
      parts: await pythonParts(add),
    }),
    node: sized({
      sandbox: add('javascript.html', sandboxPage('unsafe-eval')),
      worker: add('javascript.js', await bundleWorker('js-worker.ts')),
      parts: {},
    }),
  };
  return files.set('runtime.json', new TextEncoder().encode(JSON.stringify(runtime)));
}

async function pythonParts(
  add: (name: string, content: Uint8Array | string) => string,
): Promise<RuntimeFiles['parts']> {
  const { wheels } = await ensureWheels(readProjectPackages());
  const world = JSON.stringify({ lockFile: emptyLockFile(), world: await readWorld() });
  return {
    glue: add('pyodide.mjs', await readFile(join(pyodideFolder(), 'pyodide.asm.mjs'))),
    wasm: add('pyodide.wasm', await readFile(join(pyodideFolder(), 'pyodide.asm.wasm'))),
    standardLibrary: add('standard-library.zip', await readFile(await ensureStandardLibrary())),
    ...(wheels.length > 0 && {
      sitePackages: add('site-packages.zip', await readFile(await ensureSitePackages(wheels))),
    }),
    world: add('world.json', world),
  } satisfies PythonParts<string>;
}

/** One script without imports: a worker that can fetch nothing is handed its text. */
async function bundleWorker(name: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../src/browser', name),
    platform: 'browser',
    // What Pyodide would import where it runs in Node.
    external: [/^node:/, 'ws'],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

async function readWorld(): Promise<Record<string, string>> {
  const folder = join(import.meta.dirname, '../src/runners/pyodide/world');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
