import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { referringNodes } from '../article/referring-nodes.ts';
import { cacheFolder, sha256 } from '../cache/cache.ts';
import { takeFingerprint } from '../cache/fingerprint.ts';
import { openTextStore } from '../cache/text-store.ts';

/**
 * Gives what `make` made of these inputs in an earlier run, or makes it now.
 *
 * @param inputs all that the result depends on beside the code; JSON
 */
export type Remember = <T>(what: string, inputs: unknown, make: () => T | Promise<T>) => Promise<T>;

/**
 * A memory in the user's cache for what becomes of articles. Any change of the code that renders or describes them, of a
 * package that it uses, of the configuration or of Node begins another one, so that nothing old is ever shown.
 *
 * @param root of the project
 */
export function openMemory(root: string): Remember {
  const prints = rooms.map((room) => takeFingerprint(join(root, 'src', room), [process.version]));
  const code = sha256(JSON.stringify(prints.map(({ value }) => value)));
  const store = openTextStore(join(cacheFolder(), 'pages', code));
  return async (what, inputs, make) => {
    if (!prints.every((print) => print.holds())) return make();
    const key = sha256(JSON.stringify([code, what, inputs]));
    const known = store.get(key);
    if (known !== undefined) return JSON.parse(known);
    const made = await make();
    if (prints.every((print) => print.holds())) store.put(key, JSON.stringify(made));
    return made;
  };
}

/** Those whose code takes part. With each, `src/config.ts` counts, which lies beside it. */
const rooms = ['article', 'examples', 'metadata', 'content', 'site'];

/** Of all articles, what links of others to them depend on: their addresses and their anchors, raw HTML included. */
export function linkTargets(articles: readonly Article[]): string {
  const targets = articles.map(({ path, address, sections, tree }) => {
    const html = referringNodes(tree).html.map(({ value }) => value);
    return [path, address, sections.map(({ id }) => id), html];
  });
  return sha256(JSON.stringify(targets));
}
