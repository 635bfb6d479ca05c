/**
 * What the worker itself uses of the language while a program runs, as it was before: the program may have
 * put something else in its place, and is then still told of, and shown, as by Node.
 */
export const { apply } = Reflect;
export const OwnPromise = Promise;
export const OwnError = Error;
export const OwnDOMException = DOMException;
const { replaceAll, slice } = String.prototype;

export function sliceOf(text: string, start: number, end: number): string {
  return apply(slice, text, [start, end]);
}

export function replacedIn(text: string, searched: string, replacement: string): string {
  return apply(replaceAll, text, [searched, replacement]);
}

/** The place of the first item of which this is true; -1: of none. */
export function placeOf<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): number {
  for (let index = 0; index < items.length; index++) if (isWanted(items[index] as Item)) return index;
  return -1;
}

/** Puts an item before the one at this place. */
export function insertAt<Item>(items: Item[], place: number, item: Item): void {
  for (let index = items.length; index > place; index--) items[index] = items[index - 1] as Item;
  items[place] = item;
}

export function removeAt(items: unknown[], place: number): void {
  for (let index = place; index < items.length - 1; index++) items[index] = items[index + 1];
  items.length--;
}
