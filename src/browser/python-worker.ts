/** The Web Worker that runs Python examples; the interpreter is the one of the build, in the same world. */

import type { End, OutputChunk, Step } from '../examples/runner.ts';
import { createInterpreter, type Interpreter } from '../runners/pyodide/interpreter.ts';
import { interpreterGlobals } from '../runners/pyodide/interpreter-globals.ts';
import { type PythonRuntime, runtimeFolder } from './python-runtime.ts';
import type { RunMessage, RunRequest } from './run-messages.ts';
import { keepGlobals } from './worker-globals.ts';

// Taken before they are removed.
const { fetch, crypto } = globalThis;
const post = globalThis.postMessage.bind(globalThis) as (message: RunMessage) => void;

let interpreter: Promise<Interpreter> | undefined;
let shown = false;

globalThis.addEventListener('message', async ({ data }: MessageEvent<RunRequest>) => {
  try {
    interpreter ??= boot();
    const ready = await interpreter;
    post({ kind: 'running' });
    const end = runWorld(ready, data.steps);
    post({ kind: 'ended', end, reusable: ready.restore() });
  } catch (error) {
    post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});

function runWorld(ready: Interpreter, steps: readonly Step[]): End {
  ready.begin(randomSeed());
  let end: End = { kind: 'completed' };
  for (const [index, step] of steps.entries()) {
    shown = index === steps.length - 1;
    end = ready.run(step, shown);
    if (endsWorld(end)) break;
  }
  return end;
}

function endsWorld({ kind }: End): boolean {
  return kind === 'exit' || kind === 'memory-limit' || kind === 'output-limit' || kind === 'crash';
}

async function boot(): Promise<Interpreter> {
  // With or without a slash at its end, as the site's address was configured.
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const manifest = new URL(`${base}${runtimeFolder}/python.json`, location.href);
  const runtime = (await (await fetchWhole(manifest)).json()) as PythonRuntime;
  const url = (path: string): string => new URL(path, manifest).href;
  countFetched(runtime.size);
  const [pyodideModule, sitePackages] = await Promise.all([
    import(/* @vite-ignore */ url(`${runtime.pyodide}pyodide.mjs`)) as Promise<typeof import('pyodide')>,
    runtime.sitePackages === null ? undefined : globalThis.fetch(url(runtime.sitePackages)).then(bytesOf),
  ]);
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  const created = await createInterpreter({
    loadPyodide: pyodideModule.loadPyodide,
    indexUrl: url(runtime.pyodide),
    standardLibraryUrl: url(runtime.standardLibrary),
    lockFile: runtime.lockFile,
    world: runtime.world,
    ...(sitePackages && { sitePackages }),
    clock: 'real',
    hashSeed: randomSeed(),
    write(stream: OutputChunk['stream'], bytes: Uint8Array) {
      const text = decoders[stream].decode(bytes, { stream: true });
      if (shown && text !== '') post({ kind: 'output', chunk: { stream, text } });
    },
    // Python does not stop by itself; the page ends this worker.
    outputLimitReached: () => post({ kind: 'ended', end: { kind: 'output-limit' }, reusable: false }),
  });
  keepGlobals(interpreterGlobals);
  return created;
}

/** From here on, `fetch` tells the page how many of these bytes have arrived. */
function countFetched(total: number): void {
  let loaded = 0;
  const counter = (): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> =>
    new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.length;
        post({ kind: 'loading', loaded, total });
        controller.enqueue(chunk);
      },
    });
  globalThis.fetch = async (...request) => {
    const response = await fetchWhole(...request);
    const { headers, status } = response;
    return new Response(response.body?.pipeThrough(counter()) ?? null, { headers, status });
  };
}

/** @throws if the answer is not the file */
async function fetchWhole(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** A positive number of 31 bits, another one every time. */
function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
