import { inspect } from 'node-inspect-extracted';

/**
 * Lets what browsers word or show otherwise than Node, though it is of the platform in both, speak as Node does: the
 * parts that examples about errors use.
 */
export function speakAsNode(): void {
  reword(globalThis, 'structuredClone', withoutPlace);
  reword(Response.prototype, 'json', withoutPlace);
  reword(globalThis, 'atob', () => 'Invalid character');
  reword(globalThis, 'btoa', () => 'Invalid character');
  replace(crypto, 'randomUUID', randomUuid);
  giveReason(AbortController.prototype);
  giveReason(AbortSignal);
  replaceUrl();
  showAs(URLSearchParams, (value) => new Map(value as URLSearchParams), /^Map\(\d+\)/);
  showAs(Headers, (value) => Object.fromEntries(value as Headers), /^/, ' ');
}

/** `Failed to execute 'f' on 'Thing': what is wrong` */
function withoutPlace(message: string): string {
  return message.replace(/^Failed to (?:execute|construct) '[^']+'(?: on '[^']+')?: /, '');
}

function reword(owner: object, name: string, words: (message: string) => string): void {
  const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  const reworded = (error: Error): Error => {
    const message = words(error.message);
    if (error instanceof DOMException) return new DOMException(message, error.name);
    error.message = message;
    return error;
  };
  const replacement = {
    [name](this: unknown, ...args: unknown[]): unknown {
      try {
        const result = original.apply(this ?? globalThis, args);
        if (!(result instanceof Promise)) return result;
        return result.catch((error) => {
          throw reworded(error);
        });
      } catch (error) {
        throw reworded(error as Error);
      }
    },
  };
  replace(owner, name, replacement[name]);
}

/** Browsers have `crypto.randomUUID` only where there is an origin. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function giveReason(owner: { abort(reason?: unknown): unknown }): void {
  const { abort } = owner;
  replace(owner, 'abort', function (this: unknown, reason?: unknown) {
    return abort.call(this, reason ?? new DOMException('This operation was aborted', 'AbortError'));
  });
}

function replaceUrl(): void {
  const NodeUrl: typeof URL = new Proxy(URL, {
    construct(target, args, newTarget) {
      try {
        return Reflect.construct(target, args, newTarget);
      } catch (error) {
        if (args.length === 0) throw error;
        const [input, base] = args.map(String);
        throw Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input, ...(base && { base }) });
      }
    },
  });
  replace(URL.prototype, 'constructor', NodeUrl);
  replace(globalThis, 'URL', NodeUrl);
  showAs(URL, (value) => Object.fromEntries(urlParts.map((part) => [part, (value as URL)[part]])), /^/, ' ');
}

const urlParts = [
  ...([
    'href',
    'origin',
    'protocol',
    'username',
    'password',
    'host',
    'hostname',
    'port',
    'pathname',
    'search',
  ] as const),
  ...(['searchParams', 'hash'] as const),
];

/** How `inspect` shows what belongs to this class: as another value, under the class's name. */
function showAs(
  of: { readonly name: string; readonly prototype: object },
  convert: (value: unknown) => unknown,
  start: RegExp,
  space = '',
): void {
  const { name } = of;
  const custom = function (this: unknown, depth: number, options: object): string {
    if (depth < 0) return `${name} {}`;
    return inspect(convert(this), { ...options, depth }).replace(start, `${name}${space}`);
  };
  replace(of.prototype, Symbol.for('nodejs.util.inspect.custom'), custom);
}

function replace(owner: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
}
