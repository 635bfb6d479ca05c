import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { freezeLanguage } from './freeze-language.ts';
import { interpreterGlobals } from './interpreter-globals.ts';

/** Milliseconds that the machine seems to have been running when a world begins. */
const upTime = 3_600_000;

/** Milliseconds between two readings of the clock, at least. */
const leastStep = 0.0001;

/** Seconds. A century: from the machine's date to the one of a world, and back. */
const mostAdvance = 3.2e9;

/** The clock and the randomness that the interpreter sees. */
export interface WorkerScope {
  /** Moves the clock on, or to another date while a world begins. */
  advanceClock(seconds: number): void;
  /** Seconds that the thread of this process which runs JavaScript has computed. */
  processorTime(): number;
  /** Begins a world: the same random numbers follow the same seed, the monotonic clock starts over. */
  begin(seed: number, beginWorld: () => void): void;
  /** Takes away every global that is not part of the JavaScript language, `process` and `fetch` among them. */
  close(): void;
}

/**
 * Makes this Node process look like a browser's Web Worker, before Pyodide is imported: it then
 * takes the paths it takes in a reader's browser, and holds on to no `fs`, `child_process` or
 * `process` that Python could get at.
 */
export function createWorkerScope(location: string): WorkerScope {
  class WorkerGlobalScope {}
  Object.setPrototypeOf(Object.getPrototypeOf(globalThis), WorkerGlobalScope.prototype);
  const random = createRandom();
  let ahead = 0;
  let monotonicStart = 0;
  const usage = process.threadCpuUsage.bind(process);
  const processorTime = (): number => {
    const { user, system } = usage();
    return (user + system) / 1e6;
  };
  const start = Date.now();
  let last = 0;
  /** Milliseconds that have passed: only computing takes time, so that a busy machine makes no program slower. */
  const passed = (): number => {
    // As on Linux, no two readings are the same.
    last = Math.max(last + leastStep, 1000 * processorTime());
    return last + ahead;
  };
  Date.now = () => start + passed();
  define({
    WorkerGlobalScope,
    self: globalThis,
    location: new URL(location),
    fetch: readAsResponse,
    process: undefined,
    performance: { now: () => passed() - monotonicStart },
    crypto: { getRandomValues: random.fill },
  });
  return {
    advanceClock(seconds) {
      // Whatever calls it: a clock that has no time any more would be none for the worlds that follow.
      if (Math.abs(seconds) < mostAdvance) ahead += seconds * 1000;
    },
    processorTime,
    begin(seed, beginWorld) {
      random.reseed(seed);
      ahead = 0;
      beginWorld();
      monotonicStart = passed() - upTime;
    },
    close() {
      const language: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
      const kept = new Set([...language, ...interpreterGlobals]);
      for (const name of Object.getOwnPropertyNames(globalThis))
        if (!kept.has(name)) Reflect.deleteProperty(globalThis, name);
      // Node's own console leads into the midst of Node.
      freezeLanguage([...kept].filter((name) => name !== 'console').map((name) => Reflect.get(globalThis, name)));
    },
  };
}

function define(globals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

/** `fetch` for the files this process may read. */
async function readAsResponse(address: URL | string): Promise<Response> {
  const url = new URL(address);
  const type = url.pathname.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return new Response(await readFile(url), { headers: { 'content-type': type } });
}

/** Random bytes by sfc32 (public domain, Chris Doty-Humphrey): good and small; nothing secret depends on them. */
function createRandom() {
  const state = new Uint32Array(4);
  const next = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const result = (a + b + counter) >>> 0;
    state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + result, counter + 1]);
    return result;
  };
  const reseed = (seed: number): void => {
    state.set([seed, seed / 2 ** 32, 0x9e3779b9, 1]);
    for (let round = 0; round < 12; round += 1) next();
  };
  reseed(0);
  return {
    reseed,
    fill<View extends ArrayBufferView>(view: View): View {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = next();
      return view;
    },
  };
}
