import { positionAt, sourceLines } from '../article/source-lines.ts';

export type Decoded =
  /** The whole text, a byte order mark included. */
  | { readonly kind: 'text'; readonly text: string }
  /** What is no UTF-8, as a phrase (`The byte 0xE9`, `UTF-16`), and where it begins. */
  | { readonly kind: 'invalid'; readonly line: number; readonly column: number; readonly found: string };

/** Reads bytes as UTF-8; of other encodings it only knows UTF-16, which Windows offers under the name of Unicode. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { kind: 'invalid', line: 1, column: 1, found: 'UTF-16' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return firstInvalid(bytes);
  }
}

/** By its mark, or by line ends of two bytes, one of which is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const end = bytes.indexOf(0x0a);
  return end > 0 && bytes.length % 2 === 0 && bytes[end % 2 === 0 ? end + 1 : end - 1] === 0;
}

/**
 * Reads once more with U+FFFD in place of what is no UTF-8, and finds the first that does not stand in the
 * bytes itself.
 */
function firstInvalid(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let byteOffset = 0;
  for (const character of text) {
    const encoded = encoder.encode(character);
    if (!encoded.every((byte, index) => byte === bytes[byteOffset + index])) break;
    offset += character.length;
    byteOffset += encoded.length;
  }
  const { line, column } = positionAt(sourceLines(text), offset);
  const byte = (bytes[byteOffset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { kind: 'invalid', line, column, found: `The byte 0x${byte}` };
}

const encoder = new TextEncoder();
