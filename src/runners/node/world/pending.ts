import { apply, chain, endsWith, forget, ownKeys, remember, types } from './builtins.ts';
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
  internals.whenLoaded(['internal/crypto/util', 'internal/crypto/random'], () => {
    const crypto = internals.binding('crypto');
    const names = ownKeys(crypto) as readonly string[];
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      if (endsWith(name, 'Job')) trackJob(crypto, name, begin, end);
    }
  });
  internals.whenLoaded(['zlib', 'internal/streams/iter/transform', 'internal/zip/entry'], () => {
    const zlib = internals.binding('zlib');
    for (let index = 0; index < compressions.length; index++) {
      trackCompression(zlib, compressions[index] as string, begin, end);
    }
  });
  const activeRequests = Reflect.get(process, '_getActiveRequests') as () => readonly unknown[];
  let signals = 0;
  const kill = Reflect.get(process, '_kill') as Native;
  Reflect.set(process, '_kill', (pid: unknown, signal: unknown) => {
    // A signal takes a few rounds of the event loop to come back.
    signals = 5;
    return apply(kill, process, [pid, signal]);
  });
  return () => running > 0 || (apply(activeRequests, process, []) as readonly unknown[]).length > 0 || signals-- > 0;
}

const compressions = ['Zlib', 'BrotliEncoder', 'BrotliDecoder', 'ZstdCompress', 'ZstdDecompress'];

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
        return apply(ondone, this, results);
      };
      begin();
    }
    const answer = apply(run, this, args);
    if (types.isPromise(answer)) {
      begin();
      chain(answer, end, end);
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
    for (let index = 0; index < args.length; index++) {
      const value = args[index];
      if (typeof value !== 'function') continue;
      args[index] = function (this: object, ...results: unknown[]) {
        if (forget(inProgress, this)) end();
        return apply(value, this, results);
      };
    }
    return apply(init, this, args);
  };
  prototype.write = function (this: Compression, ...args: unknown[]) {
    remember(inProgress, this);
    begin();
    return apply(write, this, args);
  };
}
