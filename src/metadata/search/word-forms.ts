import { perWordAndLanguage } from '../languages/per-word.ts';
import { arabicForms } from './arabic-forms.ts';
import { hebrewForms } from './hebrew-forms.ts';

/** What a word is found by, in the index and in what a reader types. */
export interface WordForms {
  /** The word in its one spelling, as a reader who types it again would write it: one word. */
  readonly exact: string;
  /**
   * Without what is joined to it, or in its parts: several words where it has parts. The
   * same for all its variants.
   */
  readonly loose: readonly string[];
  /** Every form it can be found by, these among them. */
  readonly keys: readonly string[];
}

/** @param language of the text that the word stands in (BCP 47) */
export const wordForms = perWordAndLanguage((word, language): WordForms => {
  if (/\p{Script=Arabic}/u.test(word)) return arabicForms(word, language);
  if (/\p{Script=Hebrew}/u.test(word)) return hebrewForms(word);
  return identifierForms(word);
});

/** `ConnectionRefusedError` is found by each of its parts, and so is `ERR_INVALID_URL`; `utf8` by `utf-8`. */
function identifierForms(word: string): WordForms {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '');
  const parts = plain
    .split(/_+|(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u)
    .map((part) => part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((part) => part !== '');
  const exact = parts.join('');
  return { exact, loose: parts, keys: [...new Set([exact, ...parts])] };
}
