import type { RunMessage, RunRequest } from './run-messages.ts';

let send: ((message: RunMessage) => void) | undefined;

/** Tells the page around the sandbox. */
export function post(message: RunMessage): void {
  send?.(message);
}

/**
 * Answers what the page asks, over the port that comes with this worker's first message. It is kept here:
 * programs find the globals gone, or change them.
 *
 * @param answer what it throws is told to the page
 */
export function serve(answer: (request: RunRequest) => Promise<void>): void {
  const connect = ({ ports: [port] }: MessageEvent): void => {
    if (!port) return;
    send = port.postMessage.bind(port);
    port.onmessage = async ({ data }: MessageEvent<RunRequest>) => {
      try {
        await answer(data);
      } catch (error) {
        post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    };
  };
  globalThis.addEventListener('message', connect, { once: true });
}
