import { apply, copyProperties } from './builtins.ts';
import type { Channel } from './channel.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { socketModules } from './socket-modules.ts';
import { callNative } from './stacks.ts';

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
  tellProcess(internals, note);
  denyUnchecked(internals, note);
}

type Tell = (permission: string) => void;

/** What C++ refuses. */
function tellNative(internals: Internals, note: Tell): void {
  const tell = (methods: Binding, names: readonly string[], permission: string): void => {
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
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
  internals.beforeLoading(socketModules, () => {
    tell(prototypeOf('process_wrap', 'Process'), ['spawn'], 'ChildProcess');
    tell(internals.binding('spawn_sync'), ['spawn'], 'ChildProcess');
    tell(prototypeOf('udp_wrap', 'UDP'), groups, 'Multicast');
    tell(prototypeOf('pipe_wrap', 'Pipe'), ['bind', 'listen'], 'Net');
  });
  tell(internals.binding('inspector'), ['open'], 'Inspector');
  const tellClass = (binding: Binding, name: string, permission: string): void => {
    const Original = binding[name] as new (...args: unknown[]) => object;
    binding[name] = class extends Original {
      constructor(...args: unknown[]) {
        note(permission);
        super(...args);
      }
    };
  };
  tellClass(internals.binding('worker'), 'Worker', 'WorkerThreads');
  tellClass(internals.binding('inspector'), 'Connection', 'Inspector');
  internals.beforeLoading(['wasi'], () => tellClass(internals.binding('wasi'), 'WASI', 'WASI'));
  internals.beforeLoading(['v8'], () => tellRefused(internals.binding('heap_utils'), 'triggerHeapSnapshot', note));
}

/** A snapshot of the heap may be written, but not everywhere. */
function tellRefused(binding: Binding, name: string, note: Tell): void {
  const original = binding[name] as Native;
  binding[name] = function (this: unknown, ...args: unknown[]): unknown {
    try {
      return callNative(original, this, args);
    } catch (error) {
      note('FileSystemWrite');
      throw error;
    }
  };
}

/** What a datagram socket can be asked to do with groups, or with a socket that is there already. */
const groups: readonly string[] = [
  ...['addMembership', 'dropMembership', 'addSourceSpecificMembership', 'dropSourceSpecificMembership'],
  ...['setMulticastInterface', 'open'],
];

/** What is refused by methods of `process`, and those by which it would become somebody else. */
function tellProcess(internals: Internals, note: Tell): void {
  const owner = process as unknown as Record<string, unknown>;
  tellMethods(owner, ['execve'], () => note('ChildProcess'));
  tellMethods(owner, ['dlopen'], () => note('Addon'));
  tellMethods(owner, ['binding'], () => note('Internals'));
  for (const name of ['setuid', 'setgid', 'seteuid', 'setegid', 'setgroups', 'initgroups']) {
    owner[name] = { [name]: (): never => deny(internals, note, 'Identity', name) }[name];
  }
  internals.whenAsked('sqlite', () => note('SQLite'));
  // Where Node runs as usual, there is no such property; this one cannot be deleted.
  const permission = owner['permission'] as Record<string, unknown> | undefined;
  if (permission) tellMethods(permission, ['has', 'drop'], () => note('Permission'));
}

/** What JavaScript refuses before it comes to C++: links, and changes by descriptor. */
function tellFiles(internals: Internals, note: Tell): void {
  const tell = (): void => note('FileSystemWrite');
  const names = ['symlink', 'fchmod', 'fchown'];
  tellMethods(internals.module('fs'), [...names, ...names.map((name) => `${name}Sync`)], tell);
  internals.whenLoaded(['fs/promises'], (promises) => tellMethods(promises, ['symlink'], tell));
  internals.whenLoaded(['internal/fs/promises'], ({ FileHandle }) =>
    tellMethods((FileHandle as { prototype: Binding }).prototype, ['chmod', 'chown'], tell),
  );
}

function tellMethods(owner: Record<string, unknown>, names: readonly string[], tell: () => void): void {
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const original = owner[name] as Native;
    const told = function (this: unknown, ...args: unknown[]): unknown {
      tell();
      return callNative(original, this, args);
    };
    owner[name] = copyProperties(told, original);
  }
}

/**
 * V8 writes files itself when its flags tell it to (`--trace-turbo-path`), and some flags give up memory
 * safety; a report names the machine, its addresses and its folders, and goes to whatever folder is set.
 */
function denyUnchecked(internals: Internals, note: Tell): void {
  const refuse = (permission: string, what: string): never => deny(internals, note, permission, what);
  const v8 = internals.binding('v8');
  const setFlags = v8['setFlagsFromString'] as Native;
  v8['setFlagsFromString'] = (flags: unknown) =>
    flags === '--expose-gc' || flags === '--expose_gc' ? apply(setFlags, v8, [flags]) : refuse('Flags', `${flags}`);
  // Not setReportOnUncaughtException: Node itself uses it, and what it writes nobody lives to read.
  const reports = [
    'getReport',
    'writeReport',
    'setDirectory',
    'setFilename',
    'setReportOnSignal',
    'setReportOnFatalError',
  ];
  internals.beforeLoading(['internal/process/report'], () => {
    const report = internals.binding('report');
    for (let index = 0; index < reports.length; index++) {
      const name = reports[index] as string;
      report[name] = () => refuse('Report', name);
    }
  });
}

function deny(internals: Internals, note: Tell, permission: string, what: string): never {
  note(permission);
  const { ERR_ACCESS_DENIED: Denied } = internals.module('internal/errors')['codes'] as Record<
    string,
    new (
      message: string,
      permission: string,
      resource: string,
    ) => Error
  >;
  throw new (Denied as NonNullable<typeof Denied>)('Access to this API has been restricted', permission, what);
}
