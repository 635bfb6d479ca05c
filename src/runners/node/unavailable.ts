import type { UnavailableCause, UncaughtError } from '../../examples/runner.ts';
import { missingFromPage, relativeAddress, type Surroundings } from './page-names.ts';
import type { ThrownValue } from './world/protocol.ts';

/**
 * Why an error means that this world lacks something, rather than that the program is wrong; undefined if it is wrong.
 *
 * @param place where the program threw it
 */
export function unavailability(
  thrown: Pick<ThrownValue, 'name' | 'message' | 'code' | 'permission'>,
  place: Surroundings = { before: '', behind: '' },
): { readonly cause: UnavailableCause; readonly reason: string } | undefined {
  const { message, code, permission } = thrown;
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') return { cause: 'language', reason: message };
  if (code === 'ERR_ACCESS_DENIED') {
    const refused = permission ?? '';
    // A program may throw the code itself, with any name.
    return Object.hasOwn(permissionReasons, refused)
      ? permissionReasons[refused]
      : { cause: 'process', reason: message };
  }
  if (code === 'ERR_DLOPEN_DISABLED') return permissionReasons['Addon'];
  if (code === 'ERR_UNKNOWN_BUILTIN_MODULE' && message.includes('node:sqlite')) {
    return permissionReasons['SQLite'];
  }
  if (code === 'ERR_UNSUPPORTED_ESM_URL_SCHEME' && /Received protocol 'https?:'/.test(message)) {
    return { cause: 'package', reason: 'it imports a module by its web address' };
  }
  const missing = missingPackage(message, code);
  if (missing) return { cause: 'package', reason: `the package '${missing}' is not available here` };
  const pageName = missingFromPage(thrown, place);
  if (pageName === relativeAddress)
    return { cause: 'page', reason: 'a relative address leads somewhere only in a page' };
  if (pageName) return { cause: 'page', reason: `'${pageName}' exists only in a page` };
  return undefined;
}

const permissionReasons: Readonly<Record<string, { cause: UnavailableCause; reason: string }>> = {
  ChildProcess: { cause: 'process', reason: 'it starts another process' },
  WorkerThreads: { cause: 'thread', reason: 'it starts a worker thread' },
  Net: { cause: 'process', reason: 'it uses Unix sockets, which this world does not have' },
  Multicast: { cause: 'process', reason: 'it joins a multicast group, which this world does not have' },
  Internals: { cause: 'process', reason: "it reaches for Node's own insides" },
  Identity: { cause: 'process', reason: 'it changes the user or group that it runs as' },
  SQLite: { cause: 'process', reason: 'it uses SQLite, which can open files outside of its own folder' },
  System: { cause: 'process', reason: "it uses the system's own files and folders, which this world does not have" },
  FileSystemRead: { cause: 'process', reason: 'it reads outside its own folder' },
  FileSystemWrite: {
    cause: 'process',
    reason: 'it makes links, writes outside its own folder, or sets rights by descriptor',
  },
  Flags: { cause: 'process', reason: 'it sets flags of the JavaScript engine' },
  Permission: {
    cause: 'process',
    reason: 'it asks for permissions, which Node has only where it is started with them',
  },
  Report: { cause: 'process', reason: 'it asks Node for a report on the machine' },
  Inspector: { cause: 'process', reason: 'it opens the inspector' },
  Addon: { cause: 'process', reason: 'it loads native code' },
  FFI: { cause: 'process', reason: 'it loads native code' },
  WASI: { cause: 'process', reason: 'it uses WASI' },
};

function missingPackage(message: string, code: string | undefined): string | undefined {
  if (code === 'ERR_MODULE_NOT_FOUND') return /^Cannot find package '([^']+)'/.exec(message)?.[1];
  if (code === 'MODULE_NOT_FOUND') return /^Cannot find module '((?![./])[^']+)'/.exec(message)?.[1];
  return undefined;
}

/** The program's text around the place of an error. */
export function surroundingsOf(
  code: string,
  { line, column }: Pick<UncaughtError, 'line' | 'column'>,
): Surroundings | undefined {
  if (line === undefined || column === undefined) return undefined;
  const start = code.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const at = start + column - 1;
  return { before: code.slice(Math.max(0, at - longestLook), at), behind: code.slice(at, at + longestLook) };
}

/** Characters. */
const longestLook = 300;
