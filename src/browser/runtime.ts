import type { RunnerName } from '../article/article.ts';

/** Folder of everything that runs examples in the browser, from the site's root. */
export const runtimeFolder = '_mithal';

/**
 * `runtime.json` in that folder, written by `scripts/build/runtime-files.ts`: the names of the other files, which
 * change with what they hold.
 */
export type Runtime = Readonly<Record<RunnerName, RuntimeFiles>>;

export interface RuntimeFiles {
  /** The page that the worker is closed in. */
  readonly sandbox: string;
  /** The script of the worker. */
  readonly worker: string;
  /** What else the worker is made of, by its own names for it. */
  readonly parts: Readonly<Record<string, string>>;
  /** Bytes of the worker and its parts, uncompressed. */
  readonly size: number;
}

/** The same, fetched. */
export interface FetchedRuntime {
  /** Address of the page. */
  readonly sandbox: string;
  readonly worker: ArrayBuffer;
  readonly parts: Readonly<Record<string, ArrayBuffer>>;
}

/**
 * @param progress is told how many bytes have arrived, of how many
 * @throws if a file cannot be had
 */
export async function fetchRuntime(
  runner: RunnerName,
  progress: (loaded: number, total: number) => void,
): Promise<FetchedRuntime> {
  const folder = new URL(`${import.meta.env.BASE_URL}${runtimeFolder}/`, location.href);
  const manifest = await fetchWhole(new URL('runtime.json', folder));
  const { sandbox, worker, parts, size } = ((await manifest.json()) as Runtime)[runner];
  let loaded = 0;
  const fetchFile = (name: string): Promise<ArrayBuffer> =>
    fetchBytes(new URL(name, folder), (length) => {
      loaded += length;
      progress(loaded, size);
    });
  const [script, ...fetched] = await Promise.all([
    fetchFile(worker),
    ...Object.entries(parts).map(async ([part, name]) => [part, await fetchFile(name)] as const),
  ]);
  return { sandbox: new URL(sandbox, folder).href, worker: script, parts: Object.fromEntries(fetched) };
}

async function fetchBytes(address: URL, count: (length: number) => void): Promise<ArrayBuffer> {
  const response = await fetchWhole(address);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      count(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null).arrayBuffer();
}

/** @throws if the answer is not the file */
async function fetchWhole(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href}: ${response.status} ${response.statusText}`);
  return response;
}
