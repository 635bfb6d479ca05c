/** The worker that runs Python examples; the interpreter is the one of the build, in the same world. */
import { loadPyodide } from 'pyodide';
import type { OutputChunk, Step } from '../examples/runner.ts';
import { createInterpreter, type Interpreter, type InterpreterOptions } from '../runners/pyodide/interpreter.ts';
import { interpreterGlobals } from '../runners/pyodide/interpreter-globals.ts';
import { OutputDecoder } from '../runners/pyodide/output-decoder.ts';
import { hasThreadStacks } from '../runners/pyodide/thread-stacks.ts';
import { post, serve } from './page-channel.ts';
import type { PythonParts } from './python-parts.ts';
import type { RunEnd, RunOrder } from './run-messages.ts';
import { keepGlobals } from './worker-globals.ts';

let interpreter: Interpreter | undefined;
let shown = false;
let decoder = new OutputDecoder();

serve(async (request) => {
  if (request.kind === 'boot') {
    interpreter = await boot(request.parts);
    post({ kind: 'booted' });
  } else if (interpreter) {
    post({ kind: 'running' });
    const end = await runWorld(interpreter, request);
    post({ kind: 'ended', end, reusable: interpreter.restore() });
  }
});

async function runWorld(ready: Interpreter, { steps, seed, input }: RunOrder): Promise<RunEnd> {
  ready.begin(seed, hasThreadStacks ? 'first' : undefined);
  let end: RunEnd = { kind: 'completed' };
  for (const [index, step] of steps.entries()) {
    shown = index === steps.length - 1;
    decoder = new OutputDecoder();
    const asking = shown && input ? askingStep(step, input.answers) : step;
    ({ end } = hasThreadStacks ? await ready.runTakingTurns(asking, shown) : ready.run(asking, shown));
    // The limit itself may cut a character off.
    if (end.kind !== 'output-limit') decoder.end().forEach(show);
    if (endsWorld(end)) break;
  }
  return end;
}

function show(chunk: OutputChunk): void {
  if (shown && chunk.text !== '') post({ kind: 'output', chunk });
}

/** Reads what the article says, then what the reader types. */
function askingStep(step: Step, answers: readonly string[]): Step & { readonly asks: true } {
  const typed = answers.map((line) => `${line}\n`).join('');
  const given = step.stdin === undefined || step.stdin.endsWith('\n') ? step.stdin : `${step.stdin}\n`;
  return { ...step, stdin: (given ?? '') + typed, asks: true };
}

function endsWorld({ kind }: RunEnd): boolean {
  return kind === 'exit' || kind === 'memory-limit' || kind === 'output-limit' || kind === 'crash';
}

async function boot(parts: Readonly<Record<string, ArrayBuffer>>): Promise<Interpreter> {
  const { glue, wasm, standardLibrary, sitePackages, snapshot, world } = parts as Readonly<PythonParts<ArrayBuffer>>;
  const handedIn = new Map([
    [`${folder}pyodide.asm.wasm`, new Response(wasm, { headers: { 'content-type': 'application/wasm' } })],
    [`${folder}standard-library.zip`, new Response(standardLibrary)],
  ]);
  const broken = failedInstantiation();
  // Pyodide fetches each of them once.
  globalThis.fetch = async (address) => handedIn.get(String(address)) ?? Response.error();
  const script = URL.createObjectURL(new Blob([glue], { type: 'text/javascript' }));
  const { default: createPyodideModule } = (await import(script)) as { default: CreatePyodideModule };
  // Pyodide takes this for a worker that cannot import.
  Reflect.deleteProperty(globalThis, 'importScripts');
  const starting = createInterpreter({
    loadPyodide: (config) => loadPyodide({ ...config, createPyodideModule }),
    indexUrl: folder,
    standardLibraryUrl: `${folder}standard-library.zip`,
    ...(JSON.parse(new TextDecoder().decode(world)) as Pick<InterpreterOptions, 'lockFile' | 'world' | 'hashSeed'>),
    ...(sitePackages && { sitePackages: await decompress(sitePackages) }),
    snapshot: await decompress(snapshot),
    clock: 'real',
    processorTime: () => performance.now() / 1000,
    write(stream: OutputChunk['stream'], bytes: Uint8Array) {
      show({ stream, text: decoder.add(stream, bytes) });
    },
    // Python does not stop by itself; the page ends this worker.
    outputLimitReached: () => post({ kind: 'ended', end: { kind: 'output-limit' }, reusable: false }),
  });
  const created = await Promise.race([starting, broken]);
  keepGlobals(interpreterGlobals);
  return created;
}

type CreatePyodideModule = NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule']>;

/** Where Pyodide believes its files to be: an address that nobody has. */
const folder = 'https://pyodide.invalid/';

/** Rejects if WebAssembly does not start: Pyodide writes that into the console, and goes on waiting for it. */
function failedInstantiation(): Promise<never> {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (source, imports) => {
      const instantiated = instantiateStreaming(source, imports);
      instantiated.catch(reject);
      return instantiated;
    };
  });
}

async function decompress(bytes: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
