import { createRequire } from 'node:module';

/** A function of Node's own, below its public modules. */
export type Native = (this: unknown, ...args: unknown[]) => unknown;
/** What `internalBinding(name)` gives: the C++ side of one of Node's modules. Its properties may be replaced. */
export type Binding = Record<string, unknown>;

/** Node's layer below its public modules, where a world can be put under Node's unmodified JavaScript. */
export interface Internals {
  readonly binding: (name: string) => Binding;
  /** An internal module's exports: `internal/timers`. Once hidden, only what was asked for before. */
  readonly module: (id: string) => Record<string, unknown>;
}

/**
 * Needs `--expose-internals`. `hide` takes the internal modules away again, so that a program sees the modules that every
 * program sees; the world's safety does not depend on it (permissions are checked in C++, below all this).
 */
export function openInternals(): Internals & { readonly hide: () => void } {
  const requireBuiltin = createRequire(import.meta.url);
  const { internalBinding, registry } = openBinding(requireBuiltin);
  const loaded: Record<string, Record<string, unknown>> = Object.create(null);
  const load = (id: string): Record<string, unknown> => {
    loaded[id] ??= requireBuiltin(id) as Record<string, unknown>;
    return loaded[id];
  };
  return {
    binding: internalBinding,
    module: load,
    hide: () => {
      const visible = [...registry.map.keys()].filter(
        (id) => registry.canBeRequiredByUsers(id) && !id.startsWith('internal/'),
      );
      registry.setRealmAllowRequireByUsers(visible);
      // The call above drops what is public only on request (node:sqlite).
      for (const id of visible) registry.allowRequireByUsers(id);
      const modules = requireBuiltin('node:module');
      modules.builtinModules = modules.builtinModules.filter((id: string) => !id.startsWith('internal/'));
      delete modules._cache[import.meta.filename];
      Reflect.defineProperty(process, '_preload_modules', { value: [], configurable: true });
      // What `import` gives of modules that the world has changed.
      modules.syncBuiltinESMExports();
    },
  };
}

/** Node's registry of built-in modules. */
interface Registry {
  readonly map: ReadonlyMap<string, unknown>;
  canBeRequiredByUsers(id: string): boolean;
  setRealmAllowRequireByUsers(ids: readonly string[]): void;
  allowRequireByUsers(id: string): void;
}

function openBinding(requireBuiltin: NodeJS.Require): { internalBinding: Internals['binding']; registry: Registry } {
  const { emitWarning } = process;
  // It warns that it is for testing only.
  process.emitWarning = () => undefined;
  const { internalBinding } = requireBuiltin('internal/test/binding');
  process.emitWarning = emitWarning;
  // What that module leaves behind when it is loaded in front of a program.
  Reflect.deleteProperty(globalThis, 'internalBinding');
  Reflect.deleteProperty(globalThis, 'primordials');
  const record = requireBuiltin('internal/modules/helpers').loadBuiltinModule('path') as { constructor: unknown };
  return { internalBinding, registry: record.constructor as Registry };
}
