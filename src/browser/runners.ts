import type { RunnerName } from '../article/article.ts';
import type { RunMessage, RunOrder, RunRequest } from './run-messages.ts';
import { fetchRuntime } from './runtime.ts';
import { openSandbox } from './sandbox.ts';

/** What a page is told of a run; `ended` or `failed` comes last. */
export type RunEvent =
  /** Bytes of the runner that have arrived. */
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | Exclude<RunMessage, { kind: 'booted' }>;

/**
 * Runs a world in a worker that is kept warm, or that is booted now.
 *
 * @returns stops the run, whatever it does
 */
export function startRun(runner: RunnerName, order: RunOrder, receive: (event: RunEvent) => void): () => void {
  let stopped = false;
  let running: Runner | undefined;
  const booting = spares.get(runner) ?? boot(runner);
  spares.delete(runner);
  booting.listen((loaded, total) => stopped || receive({ kind: 'loading', loaded, total }));
  booting.ready.then(
    (ready) => {
      if (stopped) return;
      running = ready;
      ready.run(order, (event) => {
        if (stopped) return;
        if (event.kind === 'ended' || event.kind === 'failed') {
          if (event.kind === 'ended' && event.reusable) keep(runner, booting);
          else replace(runner, ready);
        }
        receive(event);
      });
    },
    (error: unknown) => {
      if (stopped) return;
      // The other files of the runner go on arriving.
      stopped = true;
      receive({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    },
  );
  return () => {
    stopped = true;
    if (running) replace(runner, running);
    // While it is loading it has run nothing, and serves the next run.
    else keep(runner, booting);
  };
}

/** Has a runner fetched and booted for a run that may come. */
export function prepareRunner(runner: RunnerName): void {
  if (!spares.has(runner)) keep(runner, boot(runner));
}

/** Runners without a run, booted or on their way: at most one of each kind. */
const spares = new Map<RunnerName, Booting>();

function keep(name: RunnerName, booting: Booting): void {
  const isSpare = !spares.has(name);
  if (isSpare) spares.set(name, booting);
  booting.ready.then(
    ({ close }) => isSpare || close(),
    // Nobody waits for it; whoever runs something will try again and be told.
    () => spares.get(name) === booting && spares.delete(name),
  );
}

function replace(name: RunnerName, used: Runner): void {
  used.close();
  prepareRunner(name);
}

interface Booting {
  readonly ready: Promise<Runner>;
  /** Subscribes to the number of bytes that have arrived. */
  listen(listener: (loaded: number, total: number) => void): void;
}

interface Runner {
  run(order: RunOrder, receive: (message: Exclude<RunMessage, { kind: 'booted' }>) => void): void;
  close(): void;
}

function boot(name: RunnerName): Booting {
  const listeners: ((loaded: number, total: number) => void)[] = [];
  const progress = (loaded: number, total: number): void => {
    for (const listener of listeners) listener(loaded, total);
  };
  return { ready: bootRunner(name, progress), listen: (listener) => listeners.push(listener) };
}

async function bootRunner(name: RunnerName, progress: (loaded: number, total: number) => void): Promise<Runner> {
  const runtime = await fetchRuntime(name, progress);
  let receive: (message: RunMessage) => void = () => {};
  const { port, close } = await openSandbox(runtime, (reason) => receive({ kind: 'failed', reason }));
  const send = (request: RunRequest, transfer: Transferable[] = []): void => port.postMessage(request, transfer);
  // What the worker says is only ever text to be shown.
  port.onmessage = ({ data }: MessageEvent<RunMessage>) => receive(data);
  await new Promise<void>((resolve, reject) => {
    receive = (message) => {
      if (message.kind === 'booted') resolve();
      else if (message.kind === 'failed') reject(new Error(message.reason));
    };
    send({ kind: 'boot', parts: runtime.parts }, Object.values(runtime.parts));
  }).catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    run(order, listener) {
      receive = (message) => message.kind !== 'booted' && listener(message);
      send({ kind: 'run', ...order });
    },
    close,
  };
}
