/**
 * The files of an archive whose entries are stored as they are, by name; views of its bytes, nothing is copied.
 * ZIP64 is not understood: `precompile.py` writes what is read here.
 *
 * @throws if it is no such archive
 */
export function readStoredZip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - endLength;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new Error('This is no archive of packages');
  const decoder = new TextDecoder();
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== entrySignature || view.getUint16(at + 10, true) !== 0) {
      throw new Error('An archive of packages has an entry that is compressed or damaged');
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const nameStart = at + entryLength;
    const nameEnd = nameStart + (nameLength ?? 0);
    const header = view.getUint32(at + 42, true);
    const start = header + headerLength + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const name = decoder.decode(archive.subarray(nameStart, nameEnd));
    files.set(name, archive.subarray(start, start + view.getUint32(at + 24, true)));
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

/** Of "end of central directory", "central directory header", "local file header" (PKWARE's APPNOTE.TXT, 4.3). */
const endSignature = 0x06054b50;
const endLength = 22;
const entrySignature = 0x02014b50;
const entryLength = 46;
const headerLength = 30;
