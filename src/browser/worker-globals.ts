/**
 * Takes away every global of this worker but the JavaScript language and `names`: no network, no storage, nothing that
 * leads out of it. Whoever needs one of the others takes it before.
 */
export function keepGlobals(names: readonly string[]): void {
  const kept = new Set([...languageGlobals, ...names, 'constructor']);
  const { prototype } = EventTarget;
  // The last objects of the chain are those of all programs, not of workers.
  for (let scope: object = globalThis; scope !== prototype; scope = Object.getPrototypeOf(scope)) {
    for (const name of Object.getOwnPropertyNames(scope)) if (!kept.has(name)) Reflect.deleteProperty(scope, name);
  }
}

/** Globals of ECMAScript, those of its annexes and proposals that Node has as well, and `console`. */
export const languageGlobals: readonly string[] = [
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'escape'],
  ...[
    'unescape',
    'decodeURI',
    'decodeURIComponent',
    'encodeURI',
    'encodeURIComponent',
    'Object',
    'Function',
    'Boolean',
  ],
  ...['Symbol', 'Number', 'BigInt', 'Math', 'Date', 'Temporal', 'String', 'RegExp', 'Array', 'Int8Array', 'Uint8Array'],
  ...['Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'BigInt64Array', 'BigUint64Array'],
  ...['Float16Array', 'Float32Array', 'Float64Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'DataView'],
  ...['SharedArrayBuffer', 'Atomics', 'JSON', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'Promise', 'Reflect'],
  ...['Proxy', 'Intl', 'WebAssembly', 'DisposableStack', 'AsyncDisposableStack', 'SuppressedError', 'Error'],
  ...['AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'console'],
];

/** Of what Node has beside the language: what a worker has as well, or is given by ours. */
export const nodeGlobals: readonly string[] = [
  ...['URL', 'URLSearchParams', 'URLPattern', 'DOMException', 'QuotaExceededError', 'AbortController', 'AbortSignal'],
  ...['Event', 'EventTarget', 'CustomEvent', 'MessageEvent', 'CloseEvent', 'ErrorEvent', 'TextEncoder', 'TextDecoder'],
  ...['TransformStream', 'TransformStreamDefaultController', 'WritableStream', 'WritableStreamDefaultController'],
  ...['WritableStreamDefaultWriter', 'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader'],
  ...['ReadableStreamBYOBRequest', 'ReadableByteStreamController', 'ReadableStreamDefaultController'],
  ...['ByteLengthQueuingStrategy', 'CountQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream'],
  ...['CompressionStream', 'DecompressionStream', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'],
  ...['queueMicrotask', 'structuredClone', 'atob', 'btoa', 'MessageChannel', 'MessagePort', 'Blob', 'File'],
  ...['Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver'],
  ...['PerformanceObserverEntryList', 'PerformanceResourceTiming', 'performance', 'fetch', 'FormData', 'Headers'],
  ...['Request', 'Response', 'crypto', 'Crypto'],
];
