import { apply, chain, copyProperties, types } from './builtins.ts';
import { userId } from './environment.ts';
import type { Internals, Native } from './internals.ts';
import { callNative } from './stacks.ts';

/** Lets all files belong to the world's user, and not to whom the machine runs it as. */
export function ownFiles(internals: Internals): void {
  const fs = internals.binding('fs');
  for (const name of ['stat', 'lstat', 'fstat']) {
    const original = fs[name] as Native;
    const owned = function (this: unknown, ...args: unknown[]): unknown {
      for (let index = 1; index < args.length; index++) ownOnComplete(args[index]);
      const result = callNative(original, this, args);
      return types.isPromise(result) ? chain(result, withOwner) : withOwner(result);
    };
    fs[name] = copyProperties(owned, original);
  }
}

function ownOnComplete(request: unknown): void {
  if (typeof request !== 'object' || request === null) return;
  const original = (request as { oncomplete?: Native }).oncomplete;
  if (typeof original !== 'function') return;
  (request as { oncomplete?: Native }).oncomplete = function (this: unknown, ...results: unknown[]) {
    withOwner(results[1]);
    return apply(original, this, results);
  };
}

/** Where user and group are among the numbers of `fs.Stats`. */
const uid = 3;
const gid = 4;

const bigUserId = BigInt(userId);

function withOwner(numbers: unknown): unknown {
  if (types.isFloat64Array(numbers)) numbers[uid] = numbers[gid] = userId;
  else if (types.isBigInt64Array(numbers)) numbers[uid] = numbers[gid] = bigUserId;
  return numbers;
}
