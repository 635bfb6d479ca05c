import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { unavailability } from '../../../src/runners/node/unavailable.ts';

/** `|` stands where the error is thrown. */
const thrown = (name: string, message: string, code: string): string | undefined => {
  const [before = '', behind = ''] = code.split('|');
  return unavailability({ name, message }, { before, behind })?.reason;
};
const undefinedName = (name: string, code = `|${name}`): string | undefined =>
  thrown('ReferenceError', `${name} is not defined`, code);

test.each(['document', '$', 'HTMLElement', 'webkitSpeechRecognition', 'SVGElement', 'IDBKeyRange', 'self'])(
  '%s is a page’s',
  (name) => {
    expect(undefinedName(name)).toBe(`'${name}' exists only in a page`);
  },
);

test.each(['x', 'اسم', 'name', 'status', 'event', 'parent', 'print', 'Node', 'TreeNode', 'documents', 'toString'])(
  '%s is a variable that somebody forgot',
  (name) => {
    expect(undefinedName(name, `console.log(|${name})`)).toBeUndefined();
  },
);

test.each([
  ['event', '|event.preventDefault()'],
  ['history', 'history;\n|history.back()'],
  ['print', '|print()'],
  ['Option', 'const option = |new Option("نص", 1)'],
  ['Node', 'if (node.nodeType === |Node.TEXT_NODE) {}'],
])('an everyday word that is used as a page’s: %s', (name, code) => {
  expect(undefinedName(name, code)).toBe(`'${name}' exists only in a page`);
});

test.each([
  ["Cannot read properties of undefined (reading 'getItem')", 'JSON.parse(localStorage.|getItem("اسم"))'],
  ["Cannot read properties of undefined (reading 'setItem')", 'localStorage\n  .|setItem("a", 1)'],
  ["Cannot set properties of undefined (setting 'اسم')", 'localStorage.اسم |= 1'],
  ["Cannot set properties of undefined (setting 'a')", "localStorage['a'] |= 1"],
  ['Cannot convert undefined or null to object', 'Object.|keys(localStorage)'],
  ["Cannot use 'in' operator to search for 'a' in undefined", 'if (|"a" in localStorage) {}'],
  ["Cannot destructure property 'length' of 'localStorage' as it is undefined.", 'const { |length } = localStorage'],
])('localStorage has a name in Node, and no value: %s', (message, code) => {
  expect(thrown('TypeError', message, code)).toBe("'localStorage' exists only in a page");
});

test.each([
  ["Cannot read properties of undefined (reading 'watchPosition')", 'navigator.geolocation.|watchPosition()'],
  ['navigator.vibrate is not a function', 'navigator.|vibrate(1)'],
  ["Cannot set properties of undefined (setting 'title')", 'globalThis.document.title |= 1'],
  ['Failed to parse URL from /api/users', ''],
  ['Failed to parse URL from data.json', ''],
])('what Node’s own objects lack: %s', (message, code) => {
  expect(thrown('TypeError', message, code)).toMatch(/only in a page$/);
});

test.each([
  ["Cannot read properties of undefined (reading 'name')", 'user.profile.|name'],
  ["Cannot read properties of undefined (reading 'x')", 'my.localStorage.|x'],
  ["Cannot set properties of undefined (setting 'x')", 'user.x |= localStorage'],
  ['navigator.fly is not a function', 'navigator.|fly()'],
  ['Failed to parse URL from ليس رابطا', ''],
  ['Cannot convert undefined or null to object', 'Object.|keys(user)'],
])('an error of the program’s own: %s', (message, code) => {
  expect(thrown('TypeError', message, code)).toBeUndefined();
});

test('none of them is a global of Node', () => {
  const names = runInContext('Object.getOwnPropertyNames(globalThis)', createContext()) as readonly string[];
  const all = [...names, ...Object.getOwnPropertyNames(globalThis)];
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((name) => undefinedName(name, `|${name}`) !== undefined)).toEqual([]);
});
