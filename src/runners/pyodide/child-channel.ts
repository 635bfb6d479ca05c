import { readSync, writeSync } from 'node:fs';
import { type FrameKind, frameHeader } from './frames.ts';

// Taken before `process` is hidden.
const { exit } = process;

/** Why a worker failed; its last frame. */
export interface Failure {
  readonly kind: 'failed';
  readonly reason: string;
}

/** Runs a worker and tells the parent if it fails: what Node prints then is cut off when the process ends. */
export async function work(main: () => Promise<void>): Promise<void> {
  process.once('uncaughtException', fail);
  await main().catch(fail);
}

function fail(error: unknown): never {
  const failure: Failure = { kind: 'failed', reason: String((error instanceof Error && error.stack) || error) };
  sendMessage(failure);
  return exit();
}

/** Sends a frame to the parent at once, so that nothing is lost when this process is killed. */
export function send(kind: FrameKind, bytes: Uint8Array): void {
  writeAll(frameHeader(kind, bytes.length));
  writeAll(bytes);
}

export function sendMessage(message: object): void {
  send('message', new TextEncoder().encode(JSON.stringify(message)));
}

function writeAll(bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(3, bytes, written);
    } catch (error) {
      // Nobody is left to tell.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') exit();
    }
  }
}

/** Waits for the parent's requests and gives one at each call; ends this process when there is no parent any more. */
export function receiver(): () => unknown {
  const chunk = new Uint8Array(65_536);
  const decoder = new TextDecoder();
  let text = '';
  return () => {
    for (;;) {
      const end = text.indexOf('\n');
      if (end >= 0) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        return JSON.parse(line);
      }
      const length = readSync(0, chunk);
      if (length === 0) exit();
      text += decoder.decode(chunk.subarray(0, length), { stream: true });
    }
  };
}
