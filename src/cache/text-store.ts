import { appendFileSync, closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { sha256 } from './cache.ts';
import { makeRoom, markUsed } from './make-room.ts';

/** Texts by key, kept on disk. It may lose an entry at any time, and never gives another text than the one put in. */
export interface TextStore {
  get(key: string): string | undefined;
  /** Whether there seems to be such an entry, without a look at it. */
  has(key: string): boolean;
  put(key: string, text: string): void;
}

/**
 * A store in one file that only grows, a line for each entry: key, checksum, text. Opening and reading one file
 * is what makes thousands of entries quick to find; appending lets several processes write at once, and what a
 * dying one left half written fails its checksum. Only the places of the entries are held in memory.
 *
 * @param file absolute path; its neighbours are such files too, of which the long unused are removed
 */
export function openTextStore(file: string): TextStore {
  const index = new Map<string, Place>();
  let descriptor: number | undefined;
  let readTo = 0;
  /** What was appended since the last look, by whichever process. */
  const catchUp = (): void => {
    descriptor ??= openForReading(file);
    if (descriptor === undefined) return;
    readTo = indexLines(descriptor, readTo, index);
  };
  const find = (key: string): string | undefined => {
    const place = index.get(key);
    return place && descriptor !== undefined ? readEntry(descriptor, place, key) : undefined;
  };
  return {
    get(key) {
      const text = find(key);
      if (text !== undefined) return text;
      catchUp();
      return find(key);
    },
    has(key) {
      if (!index.has(key)) catchUp();
      return index.has(key);
    },
    put(key, text) {
      if (text.length > longestText) return;
      try {
        if (descriptor === undefined) makeRoom(file);
        // The line end in front ends what another process may have left half written.
        appendFileSync(file, `\n${key} ${checksum(key, text)} ${text}\n`);
      } catch {
        // A cache folder that cannot be written to costs time, not the run.
      }
    },
  };
}

/** Characters; what is longer is made again. */
const longestText = 1024 ** 2;
/** Bytes of a line, and more. */
const longestLine = 4 * longestText;
/** Bytes after which a file is begun anew. The pictures of twenty thousand articles take a quarter of them. */
const largestFile = 4 * 1024 ** 3;

interface Place {
  readonly start: number;
  readonly length: number;
}

const keyLength = 64;

function checksum(key: string, text: string): string {
  return sha256(`${key} ${text}`);
}

function openForReading(file: string): number | undefined {
  try {
    const descriptor = openSync(file, 'r');
    const facts = fstatSync(descriptor);
    // A folder can be opened, but not read.
    if (facts.isFile() && facts.size <= largestFile) {
      markUsed(file);
      return descriptor;
    }
    closeSync(descriptor);
    if (facts.isFile()) rmSync(file);
  } catch {
    // There is none, or none that may be used.
  }
  return undefined;
}

/** Notes where the entries of the lines from `start` on lie. @returns where the first unfinished line begins */
function indexLines(descriptor: number, start: number, index: Map<string, Place>): number {
  const { size } = fstatSync(descriptor);
  // One byte more than there is, so that the end of the file is seen as such.
  const buffer = Buffer.alloc(Math.min(longestLine, Math.max(size - start, 0) + 1));
  for (let at = start; ; ) {
    const read = readSync(descriptor, buffer, 0, buffer.length, at);
    let from = 0;
    for (let end = buffer.indexOf(10); end >= 0 && end < read; end = buffer.indexOf(10, from)) {
      if (end - from > keyLength) {
        index.set(buffer.toString('latin1', from, from + keyLength), { start: at + from, length: end - from });
      }
      from = end + 1;
    }
    if (read < buffer.length) return at + from;
    // A buffer without a line end is damage to be passed over.
    at += from || read;
  }
}

/** The text at this place; undefined unless it is whole and of this key. */
function readEntry(descriptor: number, { start, length }: Place, key: string): string | undefined {
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, start);
  const text = bytes.toString('utf8', 2 * keyLength + 2);
  return bytes.toString('latin1', 0, 2 * keyLength + 2) === `${key} ${checksum(key, text)} ` ? text : undefined;
}
