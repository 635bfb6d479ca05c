import { type Direction, textDirection } from '../../article/direction.ts';

/**
 * The direction of a whole sentence none of whose words goes in the direction of the text around it, or that is
 * plainly one of English with a few such words in the middle; else undefined.
 */
export function otherDirection(text: string, direction: Direction): Direction | undefined {
  const isSentence = /\S\s+\S+\s+\S+\s+\S/u.test(text);
  // Between names of any script, an Arabic comma is one of an Arabic sentence.
  if (!isSentence || (direction === 'rtl' && /[،؛؟]/u.test(text))) return undefined;
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  const words = text.match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => textDirection(word) === direction).length;
  return own === 0 || (other === 'ltr' && isEnglish(words, own)) ? other : undefined;
}

/** Names and commands may be many in a right-to-left sentence; the small words of English are few. */
function isEnglish(words: readonly string[], rightToLeft: number): boolean {
  const isEnclosed = [words[0], words.at(-1)].every((word) => textDirection(word ?? '') === 'ltr');
  return isEnclosed && rightToLeft * 4 <= words.length && words.filter((word) => smallWords.has(word)).length >= 3;
}

const smallWords: ReadonlySet<string> = new Set(
  'a an and are as at be by can for from has have if in is it its of on or that the then this to was which will with you'.split(
    ' ',
  ),
);
