import { apply } from './builtins.ts';
import type { Channel } from './channel.ts';
import type { Binding, Internals, Native } from './internals.ts';

/**
 * Tells the runner what the program was refused: a refusal that it catches would still let it print what Node never
 * prints. Refuses what reaches the machine past Node's permission model, too.
 */
export function tellDenied(internals: Internals, channel: Channel): void {
  const told: Record<string, boolean> = Object.create(null);
  const note = (permission: string): void => {
    if (!told[permission]) channel.note({ kind: 'denied', permission });
    told[permission] = true;
  };
  tellNative(internals, note);
  tellFiles(internals, note);
  denyUnchecked(internals, note);
}

type Tell = (permission: string) => void;

/** What C++ refuses. */
function tellNative(internals: Internals, note: Tell): void {
  const tell = (methods: Binding, names: readonly string[], permission: string): void => {
    for (const name of names) {
      const original = methods[name] as Native | undefined;
      if (!original) continue;
      methods[name] = function (this: unknown, ...args: unknown[]) {
        note(permission);
        return apply(original, this, args);
      };
    }
  };
  const prototypeOf = (binding: string, name: string): Binding =>
    (internals.binding(binding)[name] as { prototype: Binding }).prototype;
  tell(prototypeOf('process_wrap', 'Process'), ['spawn'], 'ChildProcess');
  tell(internals.binding('spawn_sync'), ['spawn'], 'ChildProcess');
  tell(internals.binding('process_methods'), ['execve'], 'ChildProcess');
  tell(prototypeOf('udp_wrap', 'UDP'), ['bind', 'bind6', 'send', 'send6', 'connect', 'connect6'], 'Net');
  tell(prototypeOf('pipe_wrap', 'Pipe'), ['bind', 'listen'], 'Net');
  const worker = internals.binding('worker');
  const Worker = worker['Worker'] as new (...args: unknown[]) => object;
  worker['Worker'] = class extends Worker {
    constructor(...args: unknown[]) {
      note('WorkerThreads');
      super(...args);
    }
  };
}

// Taken now: the program may be running when `fs/promises` is loaded.
const { defineProperties, getOwnPropertyDescriptors } = Object;

/** What JavaScript refuses before it comes to C++: links, and changes by descriptor. */
function tellFiles(internals: Internals, note: Tell): void {
  const tell = (owner: Record<string, unknown>, names: readonly string[]): void => {
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      const original = owner[name] as Native;
      const told = function (this: unknown, ...args: unknown[]): unknown {
        note('FileSystemWrite');
        return apply(original, this, args);
      };
      owner[name] = defineProperties(told, getOwnPropertyDescriptors(original));
    }
  };
  const names = ['symlink', 'fchmod', 'fchown'];
  tell(internals.module('fs'), [...names, ...names.map((name) => `${name}Sync`)]);
  internals.whenLoaded(['fs/promises'], (promises) => tell(promises, ['symlink']));
}

/**
 * V8 writes files itself when its flags tell it to (`--trace-turbo-path`), and some flags give up memory safety; a report
 * names the machine, its addresses and its folders, and goes to whatever folder is set.
 */
function denyUnchecked(internals: Internals, note: Tell): void {
  const { ERR_ACCESS_DENIED: Denied } = internals.module('internal/errors')['codes'] as Record<
    string,
    new (
      message: string,
      permission: string,
      resource: string,
    ) => Error
  >;
  const deny = (permission: string, what: string): never => {
    note(permission);
    throw new (Denied as NonNullable<typeof Denied>)('Access to this API has been restricted', permission, what);
  };
  const v8 = internals.binding('v8');
  const setFlags = v8['setFlagsFromString'] as Native;
  v8['setFlagsFromString'] = (flags: unknown) =>
    flags === '--expose-gc' || flags === '--expose_gc' ? apply(setFlags, v8, [flags]) : deny('Flags', `${flags}`);
  const report = internals.binding('report');
  // Not setReportOnUncaughtException: Node itself uses it, and what it writes nobody lives to read.
  const reports = [
    'getReport',
    'writeReport',
    'setDirectory',
    'setFilename',
    'setReportOnSignal',
    'setReportOnFatalError',
  ];
  for (const name of reports) report[name] = () => deny('Report', name);
}
