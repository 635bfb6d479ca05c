import type { PackageLock } from './package-lock.ts';
import { indexName } from './requirements.ts';

/**
 * What in a lock file was never written by `npm run packages`, one sentence for each; none where all is well. Names,
 * versions and files become paths and lines for pip, so that other characters in them would reach the machine.
 *
 * @param lock parsed JSON
 */
export function wrongInPackageLock(lock: unknown): readonly string[] {
  const { pyodide, requirements, packages } = (isObject(lock) ? lock : {}) as Readonly<Record<string, unknown>>;
  const wrong = [
    ...(typeof pyodide === 'string' ? [] : ['"pyodide" is missing, the version of Pyodide was expected']),
    ...(isArrayOf(requirements, isText) ? [] : ['"requirements" is missing, a list of texts was expected']),
  ];
  if (!Array.isArray(packages)) return [...wrong, '"packages" is missing, a list was expected'];
  return [
    ...wrong,
    ...packages.flatMap((entry: unknown, index) => wrongInEntry(entry, `packages[${index}]`, packages)),
  ];
}

function wrongInEntry(entry: unknown, place: string, all: readonly unknown[]): readonly string[] {
  if (!isObject(entry)) return [`${place} is ${shown(entry)}, a package was expected`];
  const told = (field: keyof typeof expected): string =>
    `${place}.${field} is ${shown(entry[field])}, ${expected[field]} was expected`;
  const same = all.filter((other) => isObject(other) && other['name'] === entry['name']);
  return [
    ...(isName(entry['name']) ? [] : [told('name')]),
    ...(isVersion(entry['version']) ? [] : [told('version')]),
    ...(isWheelOf(entry['file'], entry['name']) ? [] : [told('file')]),
    ...(isHashes(entry['sha256']) ? [] : [told('sha256')]),
    ...(isArrayOf(entry['imports'], isText) ? [] : [told('imports')]),
    ...(same[0] === entry ? [] : [`${place} is a second ${shown(entry['name'])}`]),
  ];
}

const expected = {
  name: 'a name as the index spells it',
  version: 'a version',
  file: 'the name of a wheel of that package',
  sha256: 'a SHA-256 for each of "folder", "distribution", "index" that has the wheel',
  imports: 'a list of modules',
} as const satisfies Partial<Record<keyof PackageLock['packages'][number], string>>;

function isName(value: unknown): boolean {
  return isText(value) && /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value);
}

/** The characters of PEP 440. */
function isVersion(value: unknown): boolean {
  return isText(value) && /^[a-z\d][a-z\d.!+_-]*$/i.test(value);
}

/** `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl`, as PEP 427 has it. */
function isWheelOf(value: unknown, name: unknown): boolean {
  const part = '[A-Za-z\\d_.!+]+';
  const wheel = new RegExp(`^(${part})-${part}(?:-\\d[A-Za-z\\d_.]*)?-${part}-${part}-${part}\\.whl$`);
  const found = isText(value) ? wheel.exec(value)?.[1] : undefined;
  return found !== undefined && indexName(found) === name;
}

function isHashes(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length === 0) return false;
  return Object.entries(value).every(
    ([place, hash]) => /^(?:folder|distribution|index)$/.test(place) && isText(hash) && /^[\da-f]{64}$/.test(hash),
  );
}

/** As JSON of ASCII alone: a terminal does nothing at it but show it. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'missing';
  const text = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isArrayOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}
