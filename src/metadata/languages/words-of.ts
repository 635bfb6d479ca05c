import { ar } from './ar.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { LanguageWords } from './language-words.ts';
import { other } from './other.ts';
import { perWord } from './per-word.ts';
import { withoutFile } from './without-file.ts';

/** What is known of a language (BCP 47), or what holds of most and its stop words if it has no file here. */
export const wordsOf = perWord((language): LanguageWords => {
  const name = language.toLowerCase().split('-')[0] ?? '';
  return known.get(name) ?? withoutFile(name);
});

/** What is known of the language that one word of an article is in, told by its letters. */
export function wordsFor(word: string, language: string): LanguageWords {
  const own = wordsOf(language);
  if (own.script.test(word)) return own;
  return knownWords.find(({ script }) => script.test(word)) ?? other;
}

const known: ReadonlyMap<string, LanguageWords> = new Map([
  ['ar', ar],
  ['en', en],
  ['fa', fa],
]);

/** Every language that has a file. */
export const knownWords: readonly LanguageWords[] = [...known.values()];
