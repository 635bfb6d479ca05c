import type { Header } from '../article/article.ts';

/** A field of the header that can be derived from the article's text. */
export type DerivedField = 'description' | 'keywords';

/** What a tool writes into a header, by the field's name, in order. */
export type WrittenFields = ReadonlyMap<DerivedField | 'derived', string>;

/**
 * Whether the header's field is what a tool wrote there and nobody has changed since, so that it may
 * be written anew when the text changes. What an author writes or changes does not match the mark
 * any more and stays as it is.
 */
export function isDerived({ derived, description, keywords }: Header, field: DerivedField): boolean {
  const value = field === 'description' ? description : keywords?.join(', ');
  return value !== undefined && marksIn(derived).get(field) === checksum(value);
}

/** The mark for values that a tool writes: `description 1a2b3c4d, keywords 5e6f7a8b`. */
export function derivedMark(values: ReadonlyMap<DerivedField, string>): string {
  return [...values].map(([field, value]) => `${field} ${checksum(value)}`).join(', ');
}

/** Whether a tool ever wrote this field. */
export function hasMark({ derived }: Header, field: DerivedField): boolean {
  return marksIn(derived).has(field);
}

function marksIn(derived: string | undefined): ReadonlyMap<string, string> {
  const marks = (derived ?? '').matchAll(/(description|keywords) ([0-9a-f]{8})/g);
  return new Map([...marks].map(([, field = '', sum = '']) => [field, sum]));
}

/** FNV-1a, 32 bits, in hexadecimal: enough to notice a change, which nobody makes against it. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.normalize('NFC').replace(/\s+/g, ' ').trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
