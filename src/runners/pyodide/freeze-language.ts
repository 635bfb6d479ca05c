/**
 * Freezes what the JavaScript language brings along, and whatever else is reached from these objects: nothing that
 * runs here can change what those after it run by. Global variables themselves stay what they are.
 */
export function freezeLanguage(values: readonly unknown[]): void {
  // A file of this name is to be a property of its folder like any other.
  Reflect.deleteProperty(Object.prototype, '__proto__');
  const seen = new Set<object>([globalThis]);
  const waiting = [...values.filter(isObject), ...withoutNames()];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    // The views of a memory cannot be frozen; none is part of the language.
    if (seen.has(object) || ArrayBuffer.isView(object)) continue;
    seen.add(object);
    Object.freeze(object);
    const prototype: unknown = Object.getPrototypeOf(object);
    if (isObject(prototype)) waiting.push(prototype);
    for (const property of Object.values(Object.getOwnPropertyDescriptors(object))) {
      waiting.push(...[property.value, property.get, property.set].filter(isObject));
    }
  }
}

/** The prototypes that no name leads to. */
function withoutNames(): object[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
  ];
  const functions = [async () => {}, function* () {}, async function* () {}];
  return [...iterators, ...functions].map((each) => Object.getPrototypeOf(each));
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
