import { siblingScript } from '../sibling-script.ts';
import { frameReader } from './frames.ts';
import { launch } from './launch.ts';

/**
 * Has a process without rights make a file: `script` gets the request and answers with one `stdout` frame.
 *
 * @param what names the file to people
 * @param readable what the process may read
 */
export function makeInProcess(
  script: 'precompile-worker' | 'snapshot-worker',
  what: string,
  request: object,
  readable: readonly string[],
): Promise<Uint8Array> {
  const { process: child, requests, frames } = launch(siblingScript(import.meta.filename, script), readable);
  requests.write(`${JSON.stringify(request)}\n`);
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`Cannot make the ${what} of Python: ${reason}`));
    const read = frameReader((kind, bytes) => {
      if (kind === 'stdout') resolve(bytes.slice());
      else fail(new TextDecoder().decode(bytes));
      child.kill('SIGKILL');
    });
    frames.on('data', read);
    child.on('error', (error) => fail(error.message));
    child.on('close', () => fail('its process ended'));
  });
}
