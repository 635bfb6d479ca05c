import type { FetchedRuntime } from './runtime.ts';

/**
 * A worker in a frame of its own (`scripts/build/sandbox-page.ts`): without an origin, so that nothing of this
 * site can be reached from there, and under a policy that lets it fetch nothing.
 */
export interface Sandbox {
  /** To the worker; nobody else can send to it or be heard from it. */
  readonly port: MessagePort;
  /** Ends the worker, whatever it does. */
  close(): void;
}

/**
 * @param failed is told why, should the worker itself break
 * @throws if the frame does not come up
 */
export async function openSandbox(
  { sandbox, worker }: Pick<FetchedRuntime, 'sandbox' | 'worker'>,
  failed: (reason: string) => void,
): Promise<Sandbox> {
  const frame = document.createElement('iframe');
  frame.referrerPolicy = 'no-referrer';
  frame.hidden = true;
  frame.src = sandbox;
  const toWorker = new MessageChannel();
  const toFrame = new MessageChannel();
  const close = (): void => {
    toFrame.port1.close();
    toWorker.port1.close();
    frame.remove();
  };
  frame.addEventListener(
    'load',
    () => frame.contentWindow?.postMessage(worker, location.origin, [worker, toWorker.port2, toFrame.port2]),
    { once: true },
  );
  document.body.append(frame);
  if (!(await answers(toFrame.port1))) {
    close();
    throw new Error(`no answer from ${sandbox}`);
  }
  toFrame.port1.onmessage = ({ data }: MessageEvent<unknown>) => failed(String(data));
  return { port: toWorker.port1, close };
}

/** Milliseconds to wait for a frame; it is silent if the server forbids frames. */
const patience = 20_000;

function answers(port: MessagePort): Promise<boolean> {
  return new Promise((resolve) => {
    port.onmessage = () => resolve(true);
    setTimeout(resolve, patience, false);
  });
}
