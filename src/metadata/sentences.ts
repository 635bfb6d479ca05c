import { wordsOf } from './languages/words-of.ts';
import { codeMark, type Prose, sliceProse } from './prose.ts';
import { segmenterOf } from './segmenters.ts';

/** The sentences of a text, in order. Inline code and abbreviations end none. */
export function sentencesOf(prose: Prose, language: string): readonly Prose[] {
  const { abbreviations } = wordsOf(language);
  const ends: number[] = [];
  for (const { segment, index } of segmenterOf(language, 'sentence').segment(opened(prose.mask))) {
    const text = segment.trimEnd();
    const lastWord = text.endsWith('.')
      ? text
          .slice(0, -1)
          .split(/\s/)
          .at(-1)
          ?.replace(/^\P{L}+/u, '')
      : undefined;
    const isEnd = text !== segment && !(lastWord !== undefined && abbreviations.has(lastWord.toLowerCase()));
    if (isEnd) ends.push(index + segment.length);
  }
  if (ends.at(-1) !== prose.text.length) ends.push(prose.text.length);
  return ends.map((end, number) => sliceProse(prose, ends[number - 1] ?? 0, end)).filter(({ text }) => text !== '');
}

/** Whether a sentence only greets, announces what comes, points elsewhere, or is an aside in brackets. */
export function announces({ text, mask }: Prose, language: string): boolean {
  if (/^\([^()]*\)$/.test(mask)) return true;
  // Emoji stand before many a greeting.
  return wordsOf(language).announcing?.test(text.replace(/^\P{L}+/u, '')) === true;
}

/**
 * The text as the sentence rules of Unicode (UAX 29) need it: code as plain letters, and a capital after
 * the full stop of a script without case, where `… في بايثون. requests هي` would count as one sentence
 * because of the small letter.
 */
function opened(mask: string): string {
  return mask.replaceAll(codeMark, 'ا').replace(/(?<=\p{Lo}\p{M}*[)»"]?[.]\s)\p{Ll}/gu, 'X');
}
