/**
 * An object that is one for the whole process, which what a module holds is not: Astro loads the loader, the pages and the
 * script that builds them as module graphs of their own.
 *
 * @param name the same for all who share it, and nobody else's
 */
export function processState<State extends object>(name: string): Partial<State> {
  const states = globalThis as unknown as Record<symbol, Partial<State>>;
  const key = Symbol.for(`mithal:${name}`);
  states[key] ??= {};
  return states[key];
}
