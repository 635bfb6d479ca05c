import { type Direction, textDirection } from '../../article/direction.ts';

/** The direction of a whole sentence none of whose words goes in the direction of the text around it; else undefined. */
export function otherDirection(text: string, direction: Direction): Direction | undefined {
  const isSentence = /\S\s+\S+\s+\S+\s+\S/u.test(text);
  // Between names of any script, an Arabic comma is one of an Arabic sentence.
  if (!isSentence || (direction === 'rtl' && /[،؛؟]/u.test(text))) return undefined;
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.every((word) => textDirection(word) === other) ? other : undefined;
}
