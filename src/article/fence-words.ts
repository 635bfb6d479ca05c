import { closest, distance } from 'fastest-levenshtein';
import type { Expectation } from './article.ts';
import type { FenceWord } from './fence-line.ts';
import type { ExampleLanguage } from './languages.ts';
import type { Report } from './report.ts';
import {
  aliases,
  bracketedTitle,
  colonTitle,
  type ExampleWords,
  highlightedLines,
  type VocabularyWord,
  vocabulary,
} from './vocabulary.ts';

/** The meaning of an example's words together; a word that is wrong is reported and left out. */
export function readFenceWords(words: readonly FenceWord[], language: ExampleLanguage, report: Report): ExampleWords {
  let meaning: ExampleWords = {};
  const said = new Map<string, FenceWord>();
  for (const word of withoutTorn(words, report)) {
    const part = meaningOf(word, report);
    const [subject] = Object.keys(part ?? {});
    if (!part || subject === undefined) continue;
    const earlier = conflicting(subject, part, meaning, said);
    if (earlier) {
      report('fence-word-conflict', word.position, word.text, earlier.text);
    } else if (subject === 'packages' && language.language !== 'python') {
      report('fence-word-language', word.position, word.text, language.language);
    } else {
      said.set(subject, word);
      meaning = { ...meaning, ...part };
      if (part.expectation) warnOfAnyError(word, part.expectation, report);
    }
  }
  return meaning;
}

/** What one word says, under its own name or another tool's; nothing if it is wrong. */
function meaningOf(word: FenceWord, report: Report): ExampleWords | undefined {
  if (word.open) {
    report('fence-word-quote', word.position, word.text);
    return undefined;
  }
  const written = aliases.get(word.name) ?? word.name;
  const nameless = namelessWords.get(written.charAt(0));
  const known = nameless ?? vocabulary.get(written);
  if (!known) {
    const nearest = nearestWord(word);
    const form = nearest === undefined ? errorNamed(word) : formOf(word, nearest);
    report('fence-word-unknown', word.position, word.text, nearest, form);
    return undefined;
  }
  const part = known.read(nameless ? word.text : word.value);
  if (!part) report('fence-word-value', word.position, word.text, known.form);
  return part;
}

/** The known word that is like this one; the name of an error's class is like none. */
function nearestWord(word: FenceWord): string | undefined {
  const name = word.name.toLowerCase();
  const nearest = closest(name, [...vocabulary.keys(), ...aliases.keys()]);
  const isNear = distance(name, nearest) <= Math.max(name.length, nearest.length) / 2;
  return isNear && errorNamed(word) === undefined ? nearest : undefined;
}

/** What must have been meant by the bare name of an error's class. */
function errorNamed({ text }: FenceWord): string | undefined {
  return /^[\w.]+(?:Error|Exception|Warning)$/.test(text) ? `"error=${text}"` : undefined;
}

/**
 * The words without those that are taken apart by blanks or written with a colon (`error = KeyError`,
 * `error: KeyError`).
 */
function withoutTorn(words: readonly FenceWord[], report: Report): readonly FenceWord[] {
  const whole: FenceWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) continue;
    const [text, meant, count] = tornWord(words.slice(index, index + 3).map((part) => part.text)) ?? [];
    if (text === undefined || meant === undefined || count === undefined) {
      whole.push(word);
      continue;
    }
    report('fence-word-value', word.position, text, `"${meant}"`);
    index += count - 1;
  }
  return whole;
}

/** The longest begin of these words that says what one known word says, and that word. */
function tornWord(texts: readonly string[]): readonly [text: string, meant: string, count: number] | undefined {
  for (let count = texts.length; count > 0; count--) {
    const text = texts.slice(0, count).join(' ');
    const [, name = '', value = ''] = /^([\w-]+)(?: = ?| ?= | ?: ?)([^\s"'=:]+)$/.exec(text) ?? [];
    if (vocabulary.get(aliases.get(name) ?? name)?.read(value)) return [text, `${name}=${value}`, count];
  }
  return undefined;
}

/** How the known word is written: with the value that the author gave, if it takes that. */
function formOf({ text, name, value }: FenceWord, known: string): string {
  const word = vocabulary.get(aliases.get(known) ?? known);
  if (value !== undefined && word?.read(value)) return `"${known}${text.slice(name.length)}"`;
  return word?.form ?? known;
}

const namelessWords: ReadonlyMap<string, VocabularyWord> = new Map([
  ['{', highlightedLines],
  ['[', bracketedTitle],
  [':', colonTitle],
]);

/** The earlier word that says something about the same thing, or that this one cannot be true beside. */
function conflicting(
  subject: string,
  part: ExampleWords,
  meaning: ExampleWords,
  said: ReadonlyMap<string, FenceWord>,
): FenceWord | undefined {
  if (said.has(subject)) return said.get(subject);
  // Hidden lines are no example of their own: what is said of them belongs to the example after them.
  if (meaning.setup) return said.get('setup');
  if (part.setup) return said.values().next().value;
  // What must only parse can end in no error.
  if (part.expectation && meaning.mode?.kind === 'parse') return said.get('mode');
  if (part.mode?.kind === 'parse') return said.get('expectation');
  return undefined;
}

/** An expectation that every error meets would turn green for the wrong reason. */
function warnOfAnyError(word: FenceWord, expectation: Expectation, report: Report): void {
  if (expectation.kind !== 'error' || expectation.message !== undefined) return;
  const name = expectation.name?.split('.').at(-1);
  if (name !== undefined && !rootClasses.includes(name)) return;
  report('error-any', word.position, word.text, 'error=TypeError');
}

const rootClasses = ['Exception', 'BaseException', 'Error'];
