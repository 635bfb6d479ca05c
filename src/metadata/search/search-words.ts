import { type WordForms, wordForms } from './word-forms.ts';

/** A word of a text that is searched. */
export interface SearchWord extends WordForms {
  /** Place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text with the forms they are found by. */
export function searchWords(text: string, language: string): readonly SearchWord[] {
  return Array.from(asciiDigits(text).matchAll(word), ({ 0: written, index }) => ({
    ...wordForms(written, language),
    start: index,
    end: index + written.length,
  })).filter(({ exact }) => exact !== '');
}

/** Arabic-Indic and Persian digits as those of programs; they are two blocks of ten code points. */
function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

// Letters of one script: an Arabic particle may be written as one with a name. Within a word stand marks, tatweel, the
// joiner of Persian and, in Hebrew, quotation marks; within a name, the underscore.
const word =
  /\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u0640\u200c]*|\p{Script=Hebrew}(?:[\p{Script=Hebrew}\p{M}]|["'](?=\p{Script=Hebrew}))*|(?:(?![\p{Script=Arabic}\p{Script=Hebrew}])[\p{L}\p{M}\p{N}_])+/gu;

/** What the index holds of a text: the keys of its words, between spaces. */
export function searchKeys(text: string, language: string): string {
  return searchWords(text, language)
    .flatMap(({ keys }) => keys)
    .join(' ');
}

/** A reader's query, the ways it is looked up. */
export interface SearchQueries {
  /** Pages that have all words: first as written, then so that their variants are found, too. */
  readonly all: readonly string[];
  /** The words that tell what is asked for. */
  readonly words: readonly SearchWord[];
  /** The words one by one, for a query that no page has all words of. */
  readonly any: readonly string[];
}

/** @param questions how questions begin in the reader's language, which says nothing of what they are about */
export function searchQueries(query: string, language: string, questions: readonly string[]): SearchQueries {
  const words = tellingWords(withoutQuestion(searchWords(query, language), questions, language));
  const exact = words.map((one) => one.exact);
  const loose = words.flatMap((one) => withoutKind(one.loose));
  const every = words.flatMap(({ keys }) => withoutKind(keys.filter(({ length }) => length > 2)));
  return { all: unique([exact.join(' '), loose.join(' ')]), words, any: unique([...exact, ...every]) };
}

/** Those that are more than a letter (`I`), with which many others begin; where there are no others, all. */
export function tellingWords(words: readonly SearchWord[]): readonly SearchWord[] {
  const telling = words.filter(({ exact }) => exact.length > 1);
  return telling.length > 0 ? telling : words;
}

/** `how to fix my KeyError` is about the last word; where nothing else is left, all are. */
function withoutQuestion(
  words: readonly SearchWord[],
  questions: readonly string[],
  language: string,
): readonly SearchWord[] {
  const beginnings = questions.map((text) => searchWords(text, language).map(({ exact }) => exact));
  let rest = words;
  for (;;) {
    const lengths = beginnings
      .filter((said) => said.every((word, at) => rest[at]?.exact === word))
      .map(({ length }) => length);
    if (lengths.length === 0) break;
    rest = rest.slice(Math.max(...lengths));
  }
  return rest.length > 0 ? rest : words;
}

/** Nearly every article has an error in it: that part of a name tells nothing. */
function withoutKind(parts: readonly string[]): readonly string[] {
  const telling = parts.filter((part) => !/^(?:err|error|exception|warning)$/.test(part));
  return telling.length > 0 ? telling : parts;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '');
}
