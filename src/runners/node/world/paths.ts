import { pathToFileURL } from 'node:url';
import {
  endsWith,
  getProperty,
  includes,
  isArray,
  isBuffer,
  normalize,
  pathOfUrl,
  replaceAll,
  resolve,
  search,
  setProperty,
  slice,
  startsWith,
  textBytes,
  textOf,
} from './builtins.ts';

/** Between the paths that a program sees and those of the real disk. */
export interface Paths {
  /** Strings, `file:` URLs and buffers that are absolute paths; anything else is given back as it is. */
  toDisk(path: unknown): unknown;
  /** Takes the root away from a string, a buffer, or the strings of an array or plain record. */
  fromDisk: <T>(value: T) => T;
  /** The same error, naming the paths as the program wrote them. */
  errorFromDisk(error: unknown, written: readonly unknown[]): unknown;
}

/**
 * @param root the real folder that is shown as `/`
 * @param onAsked called with every absolute path that is mapped onto the disk
 */
export function createPaths(root: string, onAsked: (path: string) => void = () => undefined): Paths {
  const rootUrl = pathToFileURL(root).href;
  const { cwd } = process;
  const RealUrl = URL;
  const RealError = Error;

  const textToDisk = (path: string): string => {
    if (startsWith(path, 'file:///')) return startsWith(path, rootUrl) ? path : `${rootUrl}${slice(path, 7)}`;
    if (devices[path] || path === root || startsWith(path, `${root}/`)) return path;
    if (startsWith(path, '/')) {
      onAsked(path);
      return root + normalize(path);
    }
    return search(parentStep, path) ? root + resolve(cwd(), path) : path;
  };
  const toDisk = (path: unknown): unknown => {
    if (typeof path === 'string') return textToDisk(path);
    if (isBuffer(path)) return textBytes(textToDisk(textOf(path)), 'utf8');
    if (path instanceof RealUrl && path.protocol === 'file:') return textToDisk(pathOfUrl(path));
    return path;
  };
  const textFromDisk = (text: string): string => {
    if (!includes(text, root)) return text;
    const inner = replaceAll(replaceAll(text, `${root}/`, '/'), `'${root}'`, "'/'");
    return endsWith(inner, root) ? `${slice(inner, 0, -root.length)}/` : inner;
  };
  const fromDisk = <T>(value: T): T => mapStrings(value, textFromDisk);
  const errorFromDisk = (error: unknown, written: readonly unknown[]): unknown => {
    if (!(error instanceof RealError)) return error;
    const restore = (text: string): string => {
      let restored = text;
      for (let index = 0; index < written.length; index++) {
        const path = written[index];
        const real = toDisk(path);
        if (typeof path !== 'string' || typeof real !== 'string' || real === path) continue;
        restored = restored === real ? path : replaceAll(restored, `'${real}'`, () => `'${path}'`);
      }
      return textFromDisk(restored);
    };
    for (let index = 0; index < pathProperties.length; index++) {
      const property = pathProperties[index] as string;
      const text = getProperty(error, property);
      if (typeof text === 'string' && includes(text, root)) setProperty(error, property, restore(text));
    }
    return error;
  };
  return { toDisk, fromDisk, errorFromDisk };
}

/** Files outside the world's folder that a program may open. */
const devices: Readonly<Record<string, true>> = Object.assign(Object.create(null), {
  '/dev/null': true,
  '/dev/stdin': true,
});
/** Of an error. */
const pathProperties = ['message', 'path', 'dest', 'stack'];
const parentStep = /(^|\/)\.\.(\/|$)/;

function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (isBuffer(value)) {
    const text = textOf(value);
    const mapped = map(text);
    return mapped === text ? value : (textBytes(mapped, 'utf8') as unknown as T);
  }
  if (isArray(value)) for (let index = 0; index < value.length; index++) value[index] = mapStrings(value[index], map);
  return value;
}
