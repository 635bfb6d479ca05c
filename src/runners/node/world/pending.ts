import type { Binding, Internals, Native } from './internals.ts';

/**
 * Tells whether work of the real machine is under way that will call the program back (files, cryptography, compression):
 * virtual time must not pass it by.
 */
export function trackPendingWork(internals: Internals): () => boolean {
  let running = 0;
  const begin = (): void => {
    running++;
  };
  const end = (): void => {
    running--;
  };
  const fs = internals.binding('fs');
  for (const name of ['ReadFileJob', 'WriteFileJob', 'CpDirJob']) trackJob(fs, name, begin, end);
  const crypto = internals.binding('crypto');
  for (const name of Object.keys(crypto)) if (name.endsWith('Job')) trackJob(crypto, name, begin, end);
  const zlib = internals.binding('zlib');
  for (const name of ['Zlib', 'BrotliEncoder', 'BrotliDecoder', 'ZstdCompress', 'ZstdDecompress']) {
    trackCompression(zlib, name, begin, end);
  }
  const activeRequests = Reflect.get(process, '_getActiveRequests') as () => readonly unknown[];
  let signals = 0;
  const kill = Reflect.get(process, '_kill') as Native;
  Reflect.set(process, '_kill', (pid: number, signal: number) => {
    // A signal takes a few rounds of the event loop to come back.
    signals = 5;
    return kill.call(process, pid, signal);
  });
  return () => running > 0 || activeRequests().length > 0 || signals-- > 0;
}

interface Job {
  ondone?: Native;
  run(...args: unknown[]): unknown;
}

function trackJob(binding: Binding, name: string, begin: () => void, end: () => void): void {
  const { prototype } = binding[name] as { prototype: Job };
  const { run } = prototype;
  prototype.run = function (this: Job, ...args: unknown[]) {
    const { ondone } = this;
    if (ondone) {
      this.ondone = function (this: unknown, ...results: unknown[]) {
        end();
        return ondone.apply(this, results);
      };
      begin();
    }
    const answer = run.apply(this, args);
    if (answer instanceof Promise) {
      begin();
      answer.then(end, end);
    } else if (ondone && answer !== undefined) {
      // Refused at once: nobody will be called.
      end();
    }
    return answer;
  };
}

interface Compression {
  init(...args: unknown[]): unknown;
  write(...args: unknown[]): unknown;
}

function trackCompression(binding: Binding, name: string, begin: () => void, end: () => void): void {
  const { prototype } = binding[name] as { prototype: Compression };
  const { init, write } = prototype;
  const inProgress = new WeakSet<object>();
  prototype.init = function (this: Compression, ...args: unknown[]) {
    const tracked = args.map((value) =>
      typeof value !== 'function'
        ? value
        : function (this: object, ...results: unknown[]) {
            if (inProgress.delete(this)) end();
            return value.apply(this, results);
          },
    );
    return init.apply(this, tracked);
  };
  prototype.write = function (this: Compression, ...args: unknown[]) {
    inProgress.add(this);
    begin();
    return write.apply(this, args);
  };
}
