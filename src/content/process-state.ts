/**
 * An object that is one for the whole process, which what a module holds is not: while the site is served,
 * Astro loads the loader and the pages as module graphs of their own.
 *
 * @param name the same for all who share it, and nobody else's
 */
export function processState<State extends object>(name: string): Partial<State> {
  const states = globalThis as unknown as Record<symbol, Partial<State>>;
  const key = Symbol.for(`mithal:${name}`);
  states[key] ??= {};
  return states[key];
}
