import { join } from 'node:path';
import { cacheFolder, sha256 } from '../../cache/cache.ts';
import type { Fingerprint } from '../../cache/fingerprint.ts';
import { openTextStore } from '../../cache/text-store.ts';

/**
 * Gives what `make` made of these inputs in an earlier run, or makes it now.
 *
 * @param inputs all that the result depends on beside the code; JSON
 */
export type Cached = <T>(inputs: unknown, make: () => T | Promise<T>) => Promise<T>;

/**
 * What is derived from articles one by one, kept in the user's cache.
 *
 * @param name folder of the cache, for things of one kind
 * @param code what derives them; any change of it begins another cache, so that nothing old is ever shown
 */
export function openCodeCache(name: string, code: Fingerprint): Cached {
  const store = openTextStore(join(cacheFolder(), name, code.value));
  return async (inputs, make) => {
    if (!code.holds()) return make();
    const key = sha256(JSON.stringify([code.value, inputs]));
    const known = store.get(key);
    if (known !== undefined) return JSON.parse(known);
    const made = await make();
    if (code.holds()) store.put(key, JSON.stringify(made));
    return made;
  };
}
