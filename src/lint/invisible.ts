import type { Article } from '../article/article.ts';
import { positionAt, sourceLines } from '../article/source-lines.ts';
import type { Find } from './findings.ts';
import { proseBlocks } from './prose.ts';

/**
 * Characters that nobody sees and that break searching and copying, and those that turn text around although
 * the page sets every direction itself. What has a purpose stays: joiners, no-break spaces, soft hyphens, and
 * the marks U+200E, U+200F and U+061C.
 */
export function checkInvisible({ tree, source, examples }: Article, find: Find): void {
  const lines = sourceLines(source);
  for (const { start, text, isFree } of proseBlocks(tree, source)) {
    for (const { 0: character, index } of text.matchAll(inProse)) {
      const offset = start + index;
      const isEmpty = empty.test(character) && isFree(index);
      const fix = isEmpty ? { start: offset, end: offset + 1, text: '' } : undefined;
      find('invisible-character', positionAt(lines, offset), [nameOf(character)], fix);
    }
  }
  // What turns code around is an error of every article already.
  for (const { code, lineStarts } of examples) {
    for (const [index, line] of code.split('\n').entries()) {
      for (const { 0: character, index: column } of line.matchAll(inCode)) {
        const offset = (lineStarts[index]?.offset ?? 0) + column;
        find('invisible-character', positionAt(lines, offset), [nameOf(character)]);
      }
    }
  }
}

// In some scripts U+200B is where a line may break between words that have no space.
const inProse =
  /[\u180E\u2060\uFEFF\uFFFC\u202A-\u202E\u2066-\u2069]|(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])\u200B/gu;

const inCode = /[\u180E\u200B\u2060\uFEFF\uFFFC]/g;

/** Without any effect but to be in the way. */
const empty = /[\u180E\u200B\u2060\uFEFF\uFFFC]/;

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
