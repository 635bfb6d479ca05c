import { apply, getOwnPropertyDescriptor, getProperty, getPrototypeOf, setProperty, textBytes } from './builtins.ts';
import type { Channel } from './channel.ts';

/**
 * Lets `console` write to the runner at once, as long as nobody has asked for `process.stdout` or `process.stderr`: to
 * make those streams, Node loads two dozen modules, for which a short program would spend more time than for itself.
 *
 * Once a stream is there, `console` writes through it, as ever; so what a program does to the
 * stream, it does to `console`.
 */
export function deferStreams(channel: Channel, streams: readonly StandardStream[]): void {
  for (const stream of streams) deferStream(channel, stream);
  deferColors(() => streams.some(({ isMade }) => isMade()));
}

/** `console` asks a module whether to colour objects, and that module makes `process.stderr` when it is loaded. */
function deferColors(isAnyMade: () => boolean): void {
  const mode = Object.getOwnPropertySymbols(console).find(({ description }) => description === 'kColorMode');
  if (!mode) throw new Error(`Node ${process.version} keeps the colours of console differently`);
  const { enumerable, value } = Object.getOwnPropertyDescriptor(console, mode) ?? {};
  const { env } = process;
  Object.defineProperty(console, mode, {
    get: () => (isAnyMade() || env['FORCE_COLOR'] !== undefined ? value : false),
    enumerable: enumerable === true,
    configurable: true,
  });
}

/** `process.stdout` or `process.stderr`, which is made when it is first asked for. */
export interface StandardStream {
  readonly name: 'stdout' | 'stderr';
  /** The accessor of `process`. */
  readonly get: () => NodeJS.WriteStream;
  isMade(): boolean;
  isOpen(): boolean;
  /** To be called when it is first written to without being made. */
  used(): void;
}

function deferStream(channel: Channel, { name, get, isMade, isOpen, used }: StandardStream): void {
  const property = `_${name}`;
  const descriptor = Object.getOwnPropertyDescriptor(console, property);
  const original = descriptor?.get;
  const { set } = descriptor ?? {};
  if (!original || !set) throw new Error(`Node ${process.version} keeps console.${property} differently`);
  let state: 'unused' | 'used' | 'replaced' = 'unused';
  let isTickPending = false;
  const afterWriteTick = (): void => {
    isTickPending = false;
  };
  /** All that `console` itself uses of a stream; an error cannot happen. */
  const direct: Readonly<Record<string, unknown>> = {
    __proto__: null,
    isTTY: undefined,
    listenerCount: () => 1,
    removeListener: () => undefined,
    write: (text: string) => {
      if (isOpen()) channel.print(name === 'stdout' ? 1 : 2, textBytes(text, 'utf8'));
      // As a stream does; whether there is a tick shows in the stack of what runs in the microtasks behind it.
      if (!isTickPending) process.nextTick(afterWriteTick);
      isTickPending = true;
      return true;
    },
  };
  const stream = new Proxy(direct, {
    __proto__: null,
    get: (target, key) => (key in target && !isMade() ? getProperty(target, key) : getProperty(get(), key)),
    set: (_, key, value) => setProperty(get(), key, value),
    has: (_, key) => key in get(),
    getPrototypeOf: () => getPrototypeOf(get()),
  } as ProxyHandler<typeof direct>);
  Object.defineProperty(console, property, {
    ...descriptor,
    get() {
      if (state === 'replaced' || isMade()) return apply(original, this, []);
      if (state === 'unused') {
        // The program has put something else in its place before anything was printed.
        if (getOwnPropertyDescriptor(process, name)?.get !== get) return apply(original, this, []);
        state = 'used';
        used();
      }
      return stream;
    },
    set(value) {
      state = 'replaced';
      apply(set, this, [value]);
    },
  });
}
