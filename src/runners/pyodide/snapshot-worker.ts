/** The process that takes a snapshot: it has no rights but to read what it boots from, and sends it to its parent. */
import { pathToFileURL } from 'node:url';
import { zstdCompressSync } from 'node:zlib';
import { receiver, send, work } from './child-channel.ts';
import { takeSnapshot } from './python-world.ts';
import { createWorkerScope } from './worker-scope.ts';
import { type WorldFiles, worldOptions } from './world-files.ts';

/** The only request is `WorldFiles`. The answer is one `stdout` frame, compressed by Zstandard. */
await work(async () => {
  const files = receiver()() as WorldFiles;
  const scope = createWorkerScope(`${pathToFileURL(files.pyodide)}/`);
  send('stdout', zstdCompressSync(await takeSnapshot(await worldOptions(files, scope))));
});
