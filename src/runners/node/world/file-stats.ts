import { chain, copyProperties, types } from './builtins.ts';
import { userId } from './environment.ts';
import type { FileTimes } from './file-times.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { callInPlace, callNative } from './stacks.ts';

/**
 * Lets files belong to the world's user, and not to whom the machine runs it as, and their times be the world's.
 *
 * @param noteWriting is called before something is written
 */
export function tellOfFiles(internals: Internals, toWorldTime: FileTimes['toWorld'], noteWriting: () => void): void {
  const fs = internals.binding('fs');
  const toWorld = (numbers: unknown): unknown => {
    if (types.isFloat64Array(numbers)) {
      numbers[uid] = numbers[gid] = userId;
      for (let index = firstTime; index < firstTime + 8; index += 2) {
        const time = toWorldTime((numbers[index] as number) * 1000 + (numbers[index + 1] as number) / 1e6);
        if (time === undefined) continue;
        numbers[index] = floor(time / 1000);
        numbers[index + 1] = floor((time % 1000) * 1e6);
      }
    } else if (types.isBigInt64Array(numbers)) {
      numbers[uid] = numbers[gid] = bigUserId;
      for (let index = firstTime; index < firstTime + 8; index += 2) {
        const time = toWorldTime(toNumber(numbers[index]) * 1000 + toNumber(numbers[index + 1]) / 1e6);
        if (time === undefined) continue;
        numbers[index] = toBigInt(floor(time / 1000));
        numbers[index + 1] = toBigInt(floor((time % 1000) * 1e6));
      }
    }
    return numbers;
  };
  for (const name of ['stat', 'lstat', 'fstat']) {
    wrap(
      fs,
      name,
      (args) => {
        for (let index = 1; index < args.length; index++) onComplete(args[index], toWorld);
      },
      (result) => (types.isPromise(result) ? chain(result, toWorld) : toWorld(result)),
    );
  }
  const noteFile = (args: readonly unknown[]): void => {
    // Not where it writes to stdout or stderr.
    if (args[0] !== 1 && args[0] !== 2) noteWriting();
  };
  for (const name of writing) wrap(fs, name, noteFile);
  for (const name of writingJobs) wrap((fs[name] as { prototype: Binding }).prototype, 'run', noteFile);
  for (const name of ['open', 'openFileHandle']) {
    wrap(fs, name, (args) => {
      if (args[1] !== readOnly) noteWriting();
    });
  }
}

function wrap(
  binding: Binding,
  name: string,
  before: (args: readonly unknown[]) => void,
  after?: (result: unknown) => unknown,
): void {
  const original = binding[name] as Native;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    before(args);
    const result = callNative(original, this, args);
    return after ? after(result) : result;
  };
  binding[name] = copyProperties(wrapped, original);
}

function onComplete(request: unknown, toWorld: (numbers: unknown) => unknown): void {
  if (typeof request !== 'object' || request === null) return;
  const original = (request as { oncomplete?: Native }).oncomplete;
  if (typeof original !== 'function') return;
  (request as { oncomplete?: Native }).oncomplete = function (this: unknown, ...results: unknown[]) {
    toWorld(results[1]);
    return callInPlace(this, 'oncomplete', original, results);
  };
}

const { floor } = Math;
const [toNumber, toBigInt] = [Number, BigInt];

/**
 * Where user and group are among the numbers of `fs.Stats`, and the first of four times,
 * each seconds and nanoseconds.
 */
const [uid, gid, firstTime] = [3, 4, 10];

const bigUserId = BigInt(userId);

/** What gives files a time. */
const writing = [
  'writeBuffer',
  'writeBuffers',
  'writeString',
  'writeFileUtf8',
  'ftruncate',
  'mkdir',
  'mkdtemp',
  'copyFile',
  'cpSyncCopyDir',
  'cpSyncOverrideFile',
  'symlink',
  'link',
  'rename',
  'unlink',
  'rmdir',
  'rmSync',
  'chmod',
  'fchmod',
];
const readOnly = 0;
const writingJobs = ['WriteFileJob', 'CpDirJob'];
