import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect as nodeInspect, types as nodeTypes } from 'node:util';

// JavaScript's built-in functions as they were before the program could replace them (Node calls its own copies
// of them primordials). The world's own code runs beside the program, in the same realm: what it calls while
// the program runs, it calls through these, so that the program neither hears of it (the world's safety rests
// on what stands in the arguments) nor changes what it does. For the same reason such code has no `for…of`, no
// array spread or array pattern (iterators), and reads no property that only Object.prototype could have.

export const { apply, get: getProperty, ownKeys, set: setProperty } = Reflect;
export const { isArray } = Array;
export const { isBuffer } = Buffer;
export const { defineProperty, getOwnPropertyDescriptor } = Object;
export const { getPrototypeOf, hasOwn, setPrototypeOf } = Object;
export const { min } = Math;
export const { parse, stringify } = JSON;
// By name: a bundler copies the properties of what is imported as a whole, and half of Node is loaded to tell them.
export const [inspect, types] = [nodeInspect, nodeTypes];
export const { normalize, resolve } = posix;
export const pathOfUrl = fileURLToPath;

type Uncurried<Self, Method> = Method extends (...args: infer Args) => infer Result
  ? (self: Self, ...args: Args) => Result
  : never;

/** A method as a function whose first argument is its `this`. */
function uncurry<Self, Method>(method: Method): Uncurried<Self, Method> {
  return apply(bind, call, [method]) as Uncurried<Self, Method>;
}
const { bind, call } = Function.prototype;

export const startsWith = uncurry<string, string['startsWith']>(''.startsWith);
export const endsWith = uncurry<string, string['endsWith']>(''.endsWith);
export const includes = uncurry<string, string['includes']>(''.includes);
export const slice = uncurry<string, string['slice']>(''.slice);
export const replaceAll = uncurry<string, (text: string, by: string | (() => string)) => string>(
  ''.replaceAll as never,
);
/** `RegExp.prototype.exec`. */
export const search = uncurry<RegExp, RegExp['exec']>(/x/.exec);

export const chain = uncurry<
  Promise<unknown>,
  (done: (value: unknown) => unknown, failed?: (error: unknown) => unknown) => Promise<unknown>
>(Promise.prototype.then);
export const takeFirst = uncurry<unknown[], () => unknown>(([] as unknown[]).shift);
export const contains = uncurry<readonly unknown[], (item: unknown) => boolean>(([] as unknown[]).includes);
export const remember = uncurry<WeakSet<object>, WeakSet<object>['add']>(WeakSet.prototype.add);
export const forget = uncurry<WeakSet<object>, WeakSet<object>['delete']>(WeakSet.prototype.delete);
export const remembers = uncurry<WeakSet<object>, WeakSet<object>['has']>(WeakSet.prototype.has);
export const textOf = uncurry<Buffer, () => string>(Buffer.prototype.toString);
export const joinBytes = Buffer.concat;
export const textBytes = Buffer.from as (text: string, encoding: BufferEncoding) => Buffer;
const Bytes = Uint8Array;
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Bytes(bytes);
}

/** As `push`, which would call a setter that Array.prototype has for the index. */
export function append<Item>(list: Item[], item: Item): void {
  defineProperty(list, list.length, itemOf(item));
}

export function putFirst<Item>(list: Item[], item: Item): void {
  append(list, item);
  for (let index = list.length - 1; index > 0; index--) list[index] = list[index - 1] as Item;
  list[0] = item;
}

/** As `concat`, which asks the constructor of arrays what to make. */
export function joined<Item>(list: readonly Item[], more: readonly Item[]): Item[] {
  const all: Item[] = [];
  for (let index = 0; index < list.length; index++) append(all, list[index] as Item);
  for (let index = 0; index < more.length; index++) append(all, more[index] as Item);
  return all;
}

function itemOf(value: unknown): PropertyDescriptor {
  return { __proto__: null, value, writable: true, enumerable: true, configurable: true } as PropertyDescriptor;
}

/** Gives the first one the own properties of the second, whatever Object.prototype has become. */
export function copyProperties<T extends object>(target: T, source: object): T {
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    defineProperty(target, key, setPrototypeOf(getOwnPropertyDescriptor(source, key) as object, null));
  }
  return target;
}

/** Bytes of a view, whatever its own properties say. */
export function byteLength(view: NodeJS.ArrayBufferView): number {
  return viewKind(view) === undefined ? dataViewLength(view) : typedArrayLength(view);
}
const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
const viewKind = getter<string | undefined>(typedArray, Symbol.toStringTag);
const typedArrayLength = getter<number>(typedArray, 'byteLength');
const dataViewLength = getter<number>(DataView.prototype, 'byteLength');

function getter<Value>(owner: object, name: string | symbol): (self: unknown) => Value {
  return uncurry<unknown, () => Value>(getOwnPropertyDescriptor(owner, name)?.get as () => Value);
}
