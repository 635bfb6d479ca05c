import { append, apply, chain, copyProperties, types } from './builtins.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { createPaths, type Paths } from './paths.ts';
import { callInPlace, callNative } from './stacks.ts';
import { isSystemPath } from './system-paths.ts';

/**
 * Makes the world's folder the whole disk: a program's `/` is that folder, its working folder is `/example`.
 *
 * Node's own file functions work on a real folder (rather than on the memory of `node:vfs`, which words some errors
 * itself and lives below `/dev/null`), so that every error is the kernel's. Only absolute paths are put
 * under the folder, and taken from under it again in results and errors. That is for truth
 * (`/no/such/file` must be ENOENT, and `__filename` must not depend on the machine); safety is the
 * permission model's, which allows just this folder.
 */
export function mountFiles(internals: Internals, root: string, onSystemPath: () => void): void {
  const pathsTo = (use: 'read' | 'write'): Paths =>
    createPaths(root, (path) => {
      if (isSystemPath(path, use)) onSystemPath();
    });
  // Node looks for packages in places of the system, too.
  const [paths, written, modules] = [pathsTo('read'), pathsTo('write'), createPaths(root)];
  const fs = internals.binding('fs');
  for (const name of onePath) mapPaths(paths, fs, name, 1);
  for (const name of oneWrittenPath) mapPaths(written, fs, name, 1);
  for (const name of twoPaths) mapPaths(written, fs, name, 2);
  for (const name of moduleFunctions) mapPaths(modules, fs, name, 2);
  for (const name of ['opendir', 'opendirSync']) mapPaths(paths, internals.binding('fs_dir'), name, 1);
  for (const name of manifestFunctions) mapPaths(modules, internals.binding('modules'), name, 3);
  mapJob(paths, fs, 'ReadFileJob');
  for (const name of ['WriteFileJob', 'CpDirJob']) mapJob(written, fs, name);
  mapPaths(paths, prototypeOf(internals.binding('fs_event_wrap'), 'FSEvent'), 'start', 1);
  mapWholeFileFunction(paths, internals.module('fs'), 'readFile');
  mapWholeFileFunction(written, internals.module('fs'), 'writeFile');
  // These ask for their permission before they come to the bindings.
  for (const name of ['lstat', 'lstatSync', 'openAsBlob']) mapPaths(paths, internals.module('fs'), name, 1);
  internals.whenLoaded(['fs/promises'], (promises) => mapPaths(paths, promises, 'lstat', 1));
  mapPaths(paths, process as unknown as Binding, 'loadEnvFile', 1);
  mapWorkingFolder(paths, internals.binding('process_methods'));
  internals.whenLoaded(['module'], (module) => mapCompileCache(modules, module));
}

const onePath = [
  ...['access', 'chmod', 'chown', 'existsSync', 'lchown', 'lstat', 'lutimes', 'open', 'openFileHandle', 'readFileUtf8'],
  ...['readdir', 'readdirRecursive', 'readlink', 'realpath', 'rmSync', 'rmdir', 'stat', 'statfs', 'unlink', 'utimes'],
];
const oneWrittenPath = ['mkdir', 'mkdtemp', 'writeFileUtf8'];
const twoPaths = [
  ...['copyFile', 'cpSyncCheckPaths', 'cpSyncCopyDir', 'cpSyncOverrideFile', 'link', 'rename', 'symlink'],
];
const moduleFunctions = ['getFormatOfExtensionlessFile', 'internalModuleStat', 'legacyMainResolve'];
const manifestFunctions = [
  ...['readPackageJSON', 'getNearestParentPackageJSON', 'getNearestParentPackageJSONType', 'getPackageScopeConfig'],
  'getPackageType',
];

function prototypeOf(binding: Binding, name: string): Binding {
  return (binding[name] as { prototype: Binding }).prototype;
}

/** Puts a function whose first `count` arguments are paths onto the world's disk. */
function mapPaths(paths: Paths, binding: Binding, name: string, count: number): void {
  const original = binding[name] as Native;
  const onDisk = function (this: unknown, ...args: unknown[]): unknown {
    const mapped: unknown[] = [];
    for (let index = 0; index < args.length; index++) {
      const value = args[index];
      append(mapped, index < count ? paths.toDisk(value) : value);
      if (index >= count && hasCallback(value)) onComplete(paths, value, 'oncomplete', args);
    }
    try {
      const result = callNative(original, this, mapped);
      if (!types.isPromise(result)) return paths.fromDisk(result);
      return chain(
        result,
        (value) => paths.fromDisk(value),
        (error) => {
          throw paths.errorFromDisk(error, args);
        },
      );
    } catch (error) {
      throw paths.errorFromDisk(error, args);
    }
  };
  binding[name] = copyProperties(onDisk, original);
}

interface Request {
  oncomplete?: Native;
  ondone?: Native;
}

function hasCallback(value: unknown): value is Request {
  return typeof value === 'object' && value !== null && typeof (value as Request).oncomplete === 'function';
}

function onComplete(paths: Paths, request: Request, property: keyof Request, args: readonly unknown[]): void {
  const original = request[property];
  if (!original) return;
  request[property] = function (this: unknown, ...results: unknown[]) {
    for (let index = 1; index < results.length; index++) results[index] = paths.fromDisk(results[index]);
    if (results[0]) results[0] = paths.errorFromDisk(results[0], args);
    return callInPlace(this, property, original, results);
  };
}

type JobClass = new (...args: unknown[]) => Request & { run(path: unknown): unknown };

function mapJob(paths: Paths, fs: Binding, name: string): void {
  const Original = fs[name] as JobClass;
  const count = name === 'CpDirJob' ? 2 : 1;
  fs[name] = class extends Original {
    constructor(...args: unknown[]) {
      for (let index = 0; index < count; index++) args[index] = paths.toDisk(args[index]);
      super(...args);
    }
    override run(path: unknown): unknown {
      onComplete(paths, this, 'ondone', [path]);
      const denied = super.run(paths.toDisk(path));
      return denied === undefined ? undefined : paths.errorFromDisk(denied, [path]);
    }
  };
}

/** `fs.readFile` and `fs.writeFile` hold their native class in a closure, out of reach of the bindings. */
function mapWholeFileFunction(paths: Paths, fs: Record<string, unknown>, name: string): void {
  const original = fs[name] as Native;
  const mapped = function (this: unknown, ...args: unknown[]): unknown {
    const path = args[0];
    const callback = args[args.length - 1];
    if (paths.toDisk(path) !== path && typeof callback === 'function') {
      args[0] = paths.toDisk(path);
      args[args.length - 1] = function (this: unknown, ...results: unknown[]): unknown {
        if (results[0]) results[0] = paths.errorFromDisk(results[0], [path]);
        return callInPlace(this, 'callback', callback as Native, results);
      };
    }
    return apply(original, this, args);
  };
  fs[name] = copyProperties(mapped, original);
}

function mapWorkingFolder(paths: Paths, methods: Binding): void {
  const cwd = methods['cwd'] as () => string;
  const chdir = methods['chdir'] as Native;
  methods['cwd'] = () => paths.fromDisk(cwd());
  methods['chdir'] = (path: string) => {
    try {
      callNative(chdir, methods, [paths.toDisk(path)]);
    } catch (error) {
      throw paths.errorFromDisk(error, [path]);
    }
  };
  // Node remembers the folder; a change forgets it.
  process.chdir('.');
}

/** `module.enableCompileCache` lays its files into a folder of the system's if it is given none. */
function mapCompileCache(paths: Paths, module: Binding): void {
  const { enableCompileCache, getCompileCacheDir } = module as Record<string, Native>;
  if (!enableCompileCache || !getCompileCacheDir) throw new Error(`Node ${process.version} has no compile cache`);
  module['enableCompileCache'] = function (this: unknown, options?: unknown) {
    const given = typeof options === 'object' && options !== null ? { ...options } : { directory: options };
    const directory = paths.toDisk(given.directory ?? '/tmp/node-compile-cache');
    const result = apply(enableCompileCache, this, [{ ...given, directory }]) as Record<string, unknown>;
    for (const key of ['message', 'directory']) if (key in result) result[key] = paths.fromDisk(result[key]);
    return result;
  };
  module['getCompileCacheDir'] = () => paths.fromDisk(getCompileCacheDir());
}
