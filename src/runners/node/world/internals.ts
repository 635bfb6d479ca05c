import { apply } from './builtins.ts';

/** A function of Node's own, below its public modules. */
export type Native = (this: unknown, ...args: unknown[]) => unknown;
/** What `internalBinding(name)` gives: the C++ side of one of Node's modules. Its properties may be replaced. */
export type Binding = Record<string, unknown>;

/** Node's layer below its public modules, where a world can be put under Node's unmodified JavaScript. */
export interface Internals {
  readonly binding: (name: string) => Binding;
  /** An internal module's exports: `internal/timers`. Once hidden, only what was asked for before. */
  readonly module: (id: string) => Record<string, unknown>;
  /**
   * Calls back with the exports of one of these internal modules as soon as the first of them is loaded,
   * before any other module sees them; at once if it is. Most programs load none of those that have to be
   * changed, and loading them would be most of the time to start. The program may be running then (see
   * `builtins.ts`).
   */
  readonly whenLoaded: (ids: readonly string[], change: (exports: Record<string, unknown>) => void) => void;
  /**
   * Calls back before the first of these internal modules is loaded, so that it finds what it takes of
   * bindings changed.
   *
   * @throws if one of them is loaded already
   */
  readonly beforeLoading: (ids: readonly string[], change: () => void) => void;
  /** Tells when the program asks whether there is a public module of this name (without `node:`). */
  readonly whenAsked: (id: string, tell: () => void) => void;
}

/**
 * Needs `--expose-internals`. `hide` takes the internal modules away again, so that a program sees the
 * modules that every program sees; the world's safety does not depend on it (permissions are checked in C++,
 * below all this).
 */
export function openInternals(): Internals & { readonly hide: () => void } {
  const { internalBinding, registry } = openBinding();
  const { canBeRequiredByUsers } = registry;
  const loaded: Record<string, Record<string, unknown>> = Object.create(null);
  const load = (id: string): Record<string, unknown> => {
    loaded[id] ??= requireBuiltin(id) as Record<string, unknown>;
    return loaded[id];
  };
  return {
    binding: internalBinding,
    module: load,
    ...watchLoading(registry),
    whenAsked: (asked, tell) => {
      registry.canBeRequiredByUsers = (id) => {
        if (id === asked) tell();
        return apply(canBeRequiredByUsers, registry, [id]);
      };
    },
    hide: () => {
      // What `node:module` gives; to load that takes a while.
      const { Module: modules } = requireBuiltin('internal/modules/cjs/loader');
      const visible = [...registry.map.keys()].filter(
        (id) => !id.startsWith('internal/') && apply(canBeRequiredByUsers, registry, [id]),
      );
      registry.setRealmAllowRequireByUsers([]);
      for (const id of visible) registry.allowRequireByUsers(id);
      modules.builtinModules = modules.builtinModules.filter((id: string) => !id.startsWith('internal/'));
      delete modules._cache[import.meta.filename];
      Reflect.defineProperty(process, '_preload_modules', { value: [], configurable: true });
      // What `import` gives of modules that the world has changed.
      modules.syncBuiltinESMExports();
    },
  };
}

function watchLoading(registry: Registry): Pick<Internals, 'whenLoaded' | 'beforeLoading'> {
  const late: Listeners<Record<string, unknown>> = Object.create(null);
  const early: Listeners<undefined> = Object.create(null);
  const { prototype } = registry;
  const { compileForInternalLoader } = prototype;
  prototype.compileForInternalLoader = function (this: BuiltinModule) {
    early[this.id]?.(undefined);
    const exports = apply(compileForInternalLoader, this, []) as Record<string, unknown>;
    const listener = this.loaded ? late[this.id] : undefined;
    if (listener) {
      // Not before: near the end of the stack it may fail, and is called again then.
      listener(exports);
      late[this.id] = undefined;
    }
    return exports;
  };
  return {
    whenLoaded: (ids, change) => {
      const loaded = modulesOf(registry, ids).find((module) => module.loaded);
      if (loaded) change(loaded.exports);
      else listenOnce(late, ids, change);
    },
    beforeLoading: (ids, change) => {
      const loaded = modulesOf(registry, ids).find((module) => module.loaded);
      if (loaded) throw new Error(`Node ${process.version} loads ${loaded.id} when it starts`);
      listenOnce(early, ids, change);
    },
  };
}

/** By the ids of modules. */
type Listeners<Given> = Record<string, ((given: Given) => void) | undefined>;

/** Tells of the first of these modules, whichever it is, behind those who listened before. */
function listenOnce<Given>(listeners: Listeners<Given>, ids: readonly string[], tell: (given: Given) => void): void {
  let isDone = false;
  for (const id of ids) {
    const before = listeners[id];
    listeners[id] = (given) => {
      before?.(given);
      if (!isDone) tell(given);
      isDone = true;
    };
  }
}

function modulesOf(registry: Registry, ids: readonly string[]): readonly BuiltinModule[] {
  return ids.map((id) => {
    const module = registry.map.get(id);
    if (!module) throw new Error(`Node ${process.version} has no ${id}`);
    return module;
  });
}

interface BuiltinModule {
  readonly id: string;
  readonly loaded: boolean;
  readonly exports: Record<string, unknown>;
  compileForInternalLoader(): Record<string, unknown>;
}

/** Node's registry of built-in modules. */
interface Registry {
  readonly prototype: BuiltinModule;
  readonly map: ReadonlyMap<string, BuiltinModule>;
  canBeRequiredByUsers: (this: Registry, id: string) => boolean;
  setRealmAllowRequireByUsers(ids: readonly string[]): void;
  allowRequireByUsers(id: string): void;
}

function openBinding(): { internalBinding: Internals['binding']; registry: Registry } {
  const internalBinding = requireBinding();
  const record = requireBuiltin('internal/modules/helpers').loadBuiltinModule('path') as { constructor: unknown };
  return { internalBinding, registry: record.constructor as Registry };
}

/** Of the script that is being loaded: Node's own modules, while they are exposed. */
export const requireBuiltin: NodeJS.Require = require;

/** `internalBinding` alone, without a trace. */
export function requireBinding(): Internals['binding'] {
  const { emitWarning } = process;
  // It warns that it is for testing only.
  process.emitWarning = () => undefined;
  const { internalBinding } = requireBuiltin('internal/test/binding');
  process.emitWarning = emitWarning;
  // What that module leaves behind when it is loaded in front of a program.
  Reflect.deleteProperty(globalThis, 'internalBinding');
  Reflect.deleteProperty(globalThis, 'primordials');
  return internalBinding;
}
