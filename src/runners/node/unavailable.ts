import type { UnavailableCause } from '../../examples/runner.ts';
import type { ThrownValue } from './world/protocol.ts';

/**
 * Why an error means that this world lacks something, rather than that the program is wrong; undefined if it is wrong.
 *
 * @param trace begins with the source line that Node shows, if it shows one. Node has the name `localStorage`, without a value.
 */
export function unavailability(
  thrown: Pick<ThrownValue, 'name' | 'message' | 'code' | 'permission'>,
  trace = '',
): { readonly cause: UnavailableCause; readonly reason: string } | undefined {
  const { name, message, code, permission } = thrown;
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') return { cause: 'language', reason: message };
  if (code === 'ERR_ACCESS_DENIED') return permissionReasons[permission ?? ''] ?? { cause: 'process', reason: message };
  if (code === 'ERR_DLOPEN_DISABLED') return permissionReasons['Addon'];
  const missing = missingPackage(message, code);
  if (missing) return { cause: 'package', reason: `the package '${missing}' is not available here` };
  const global = name === 'ReferenceError' ? /^(\w+) is not defined$/.exec(message)?.[1] : undefined;
  if (
    /^Cannot read properties of undefined \(reading '\w+'\)$/.test(message) &&
    /^.*\n.*\blocalStorage\./.test(trace)
  ) {
    return { cause: 'page', reason: "'localStorage' exists only in a page" };
  }
  if (global && pageGlobals.has(global)) return { cause: 'page', reason: `'${global}' exists only in a page` };
  return undefined;
}

const permissionReasons: Readonly<Record<string, { cause: UnavailableCause; reason: string }>> = {
  ChildProcess: { cause: 'process', reason: 'it starts another process' },
  WorkerThreads: { cause: 'thread', reason: 'it starts a worker thread' },
  Net: { cause: 'process', reason: 'it uses UDP or Unix sockets, which this world does not have' },
  FileSystemRead: { cause: 'process', reason: 'it reads outside its own folder' },
  FileSystemWrite: {
    cause: 'process',
    reason: 'it makes links, writes outside its own folder, or sets rights by descriptor',
  },
  Flags: { cause: 'process', reason: 'it sets flags of the JavaScript engine' },
  Report: { cause: 'process', reason: 'it asks Node for a report on the machine' },
  Inspector: { cause: 'process', reason: 'it opens the inspector' },
  Addon: { cause: 'process', reason: 'it loads native code' },
  FFI: { cause: 'process', reason: 'it loads native code' },
  WASI: { cause: 'process', reason: 'it uses WASI' },
};

function missingPackage(message: string, code: string | undefined): string | undefined {
  if (code === 'ERR_UNKNOWN_BUILTIN_MODULE' && message.includes('node:sqlite')) return 'node:sqlite';
  if (code === 'ERR_MODULE_NOT_FOUND') return /^Cannot find package '([^']+)'/.exec(message)?.[1];
  if (code === 'MODULE_NOT_FOUND') return /^Cannot find module '((?![./])[^']+)'/.exec(message)?.[1];
  if (code === 'ERR_UNSUPPORTED_ESM_URL_SCHEME') return /Received protocol '(https?:)'/.exec(message)?.[1];
  return undefined;
}

/** Names that every page has and Node has not. */
const pageGlobals: ReadonlySet<string> = new Set([
  ...[
    'window',
    'document',
    'localStorage',
    'sessionStorage',
    'location',
    'history',
    'screen',
    'frames',
    'parent',
    'top',
  ],
  ...['alert', 'prompt', 'confirm', 'print', 'open', 'matchMedia', 'getComputedStyle', 'getSelection', 'scrollTo'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'addEventListener', 'innerWidth'],
  ...['innerHeight', 'XMLHttpRequest', 'FileReader', 'DOMParser', 'XMLSerializer', 'Image', 'Audio', 'Option', 'Node'],
  ...['Element', 'HTMLElement', 'HTMLInputElement', 'HTMLCanvasElement', 'HTMLImageElement', 'SVGElement', 'NodeList'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'customElements', 'indexedDB', 'caches', 'Worker'],
  ...['Notification', 'speechSynthesis', 'AudioContext', 'KeyboardEvent', 'MouseEvent', 'PointerEvent', 'jQuery', '$'],
]);
