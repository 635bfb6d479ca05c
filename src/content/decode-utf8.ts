import { positionAt, sourceLines } from '../article/source-lines.ts';

export type Decoded =
  /** The whole text, a byte order mark included. */
  | { readonly kind: 'text'; readonly text: string }
  /** Place and value of the first byte that is no UTF-8; `byte` in hexadecimal: `0xE9`. */
  | { readonly kind: 'invalid'; readonly line: number; readonly column: number; readonly byte: string };

/** Reads bytes as UTF-8 and guesses nothing. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return firstInvalid(bytes);
  }
}

/** Reads once more with U+FFFD in place of what is no UTF-8, and finds the first that does not stand in the bytes itself. */
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
  const byte = `0x${(bytes[byteOffset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  return { kind: 'invalid', line, column, byte };
}

const encoder = new TextEncoder();
