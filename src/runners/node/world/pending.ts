import {
  apply,
  chain,
  copyProperties,
  defineProperty,
  endsWith,
  forget,
  getOwnPropertyDescriptor,
  ownKeys,
  remember,
  types,
} from './builtins.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { callInPlace, callNative } from './stacks.ts';

/** Work of the real machine that will call the program back: virtual time must not pass it by. */
export interface PendingWork {
  isBusy(): boolean;
  /** Something is about to be written into files, which may be watched. */
  noteWriting(): void;
}

/** Follows what is done for the program elsewhere: files, cryptography, compression, compilation, messages. */
export function trackPendingWork(internals: Internals): PendingWork {
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
  let rounds = 0;
  const comesBack = (owner: Binding, name: string): void => {
    const original = owner[name] as Native;
    const noting = function (this: unknown, ...args: unknown[]): unknown {
      rounds = roundsToComeBack;
      return callNative(original, this, args);
    };
    owner[name] = copyProperties(noting, original);
  };
  comesBack(process as unknown as Binding, '_kill');
  comesBack((internals.binding('messaging')['MessagePort'] as { prototype: Binding }).prototype, 'postMessage');
  let isWatching = false;
  const watcher = (internals.binding('fs_event_wrap')['FSEvent'] as { prototype: Binding }).prototype;
  const start = watcher['start'] as Native;
  watcher['start'] = function (this: unknown, ...args: unknown[]) {
    isWatching = true;
    return apply(start, this, args);
  };
  for (const name of compilations) trackPromise(WebAssembly as unknown as Binding, name, begin, end);
  return {
    isBusy: () => running > 0 || (apply(activeRequests, process, []) as readonly unknown[]).length > 0 || rounds-- > 0,
    noteWriting: () => {
      if (isWatching) rounds = roundsToComeBack;
    },
  };
}

/** Rounds of the event loop in which what a program does to itself (a signal, a message, a change) has surely come. */
const roundsToComeBack = 5;

const compressions = ['Zlib', 'BrotliEncoder', 'BrotliDecoder', 'ZstdCompress', 'ZstdDecompress'];

const compilations = ['compile', 'instantiate'];

function trackPromise(owner: Binding, name: string, begin: () => void, end: () => void): void {
  const original = owner[name] as Native;
  const tracked = function (this: unknown, ...args: unknown[]): unknown {
    begin();
    return chain(
      apply(original, this, args) as Promise<unknown>,
      (value) => {
        end();
        return value;
      },
      (error) => {
        end();
        throw error;
      },
    );
  };
  defineProperty(owner, name, { ...getOwnPropertyDescriptor(owner, name), value: copyProperties(tracked, original) });
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
        return callInPlace(this, 'ondone', ondone, results);
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
