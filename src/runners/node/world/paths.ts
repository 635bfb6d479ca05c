import { posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Between the paths that a program sees and those of the real disk. */
export interface Paths {
  /** Strings, `file:` URLs and buffers that are absolute paths; anything else is given back as it is. */
  toDisk(path: unknown): unknown;
  /** Takes the root away from a string, a buffer, or the strings of an array or plain record. */
  fromDisk: <T>(value: T) => T;
  /** The same error, naming the paths as the program wrote them. */
  errorFromDisk(error: unknown, written: readonly unknown[]): unknown;
}

/** `root` is the real folder that is shown as `/`. */
export function createPaths(root: string): Paths {
  const rootUrl = pathToFileURL(root).href;
  const { isBuffer, from } = Buffer;

  const textToDisk = (path: string): string => {
    if (path.startsWith('file:///')) return path.startsWith(rootUrl) ? path : `${rootUrl}${path.slice(7)}`;
    if (devices.has(path) || path === root || path.startsWith(`${root}/`)) return path;
    if (path.startsWith('/')) return root + posix.normalize(path);
    return /(^|\/)\.\.(\/|$)/.test(path) ? root + posix.resolve(process.cwd(), path) : path;
  };
  const toDisk = (path: unknown): unknown => {
    if (typeof path === 'string') return textToDisk(path);
    if (isBuffer(path)) return from(textToDisk(path.toString()));
    if (path instanceof URL && path.protocol === 'file:') return textToDisk(fileURLToPath(path));
    return path;
  };
  const textFromDisk = (text: string): string =>
    text.includes(root)
      ? text
          .replaceAll(`${root}/`, '/')
          .replaceAll(`'${root}'`, "'/'")
          .replace(new RegExp(`${root}$`), '/')
      : text;
  const fromDisk = <T>(value: T): T => mapStrings(value, textFromDisk);
  const errorFromDisk = (error: unknown, written: readonly unknown[]): unknown => {
    if (!(error instanceof Error)) return error;
    const restore = (text: string): string => {
      let restored = text;
      for (const path of written) {
        const real = toDisk(path);
        if (typeof path !== 'string' || typeof real !== 'string' || real === path) continue;
        restored = restored === real ? path : restored.replaceAll(`'${real}'`, () => `'${path}'`);
      }
      return textFromDisk(restored);
    };
    for (const property of ['message', 'path', 'dest', 'stack']) {
      const text = Reflect.get(error, property);
      if (typeof text === 'string' && text.includes(root)) Reflect.set(error, property, restore(text));
    }
    return error;
  };
  return { toDisk, fromDisk, errorFromDisk };
}

/** Files outside the world's folder that a program may open. */
const devices: ReadonlySet<string> = new Set(['/dev/null', '/dev/stdin']);

function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (Buffer.isBuffer(value)) {
    const text = value.toString();
    const mapped = map(text);
    return mapped === text ? value : (Buffer.from(mapped) as unknown as T);
  }
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map)) as T;
  return value;
}
