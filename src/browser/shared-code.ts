/**
 * A program as a part of an address: compressed, in letters that need no escaping.
 *
 * @returns undefined for one that is too long to come out again
 */
export async function encodeCode(code: string): Promise<string | undefined> {
  const text = new TextEncoder().encode(code);
  if (text.length > longest) return undefined;
  const bytes = await through(text, new CompressionStream('deflate-raw'));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** @returns undefined for what `encodeCode` has not written */
export async function decodeCode(text: string): Promise<string | undefined> {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const code = await through(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(code);
  } catch {
    return undefined;
  }
}

/** Bytes of a program that a link may bring. A few bytes can be the compressed form of a gigabyte. */
const longest = 200_000;

/** @throws if too much comes out */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of new Blob([bytes]).stream().pipeThrough(transform)) {
    length += chunk.length;
    if (length > longest) throw new RangeError('too long');
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
