import { brokenPlurals } from '../languages/ar-broken-plurals.ts';
import { fold } from '../languages/ar-spelling.ts';
import type { WordForms } from './word-forms.ts';

/**
 * Forms of a word in Arabic letters: Arabic, Persian, Urdu. What is joined to a word cannot be told from its
 * own letters without a dictionary, so the index gets every reading, and a reader's word is looked up as
 * written and in the barest one.
 */
export function arabicForms(word: string, language: string): WordForms {
  const parts = word
    .split('\u200c')
    .map(spelling)
    .filter((part) => part !== '');
  const whole = parts.join('');
  const exact = withoutArticle(whole);
  const bare = withoutParticles(exact, language);
  const sure = [exact, ...bare.filter(({ length }) => length >= shortestBare)];
  const readings = withEndings(sure, language);
  const joined = parts.length > 1 ? [...parts, ...parts.map(withoutArticle)] : [];
  return {
    exact,
    loose: [readings.find((reading) => singulars.has(reading)) ?? shortest(readings)].map(singularOf),
    keys: unique(
      [whole, ...readings, ...withEndings(bare, language), ...joined].flatMap((key) => [key, singularOf(key)]),
    ),
  };
}

/** A shorter rest of a word is more often the end of another word. */
const shortestBare = 4;

/** One spelling for all languages that are written in Arabic letters. */
function spelling(word: string): string {
  return fold(word)
    .replace(/[\u200b-\u200f]/g, '')
    .replace(/[ہھەۀۂۃ]/g, 'ه')
    .replace(/[ےۓې]/g, 'ي')
    .replaceAll('ں', 'ن')
    .replace(/(?<=..)ء$/u, '');
}

/** The article, alone or after what can stand before it, is told by its letters. */
function withoutArticle(word: string): string {
  const rest = word.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{3})/u, '');
  return rest === word ? word : withoutArticle(rest);
}

/** و ف ب ل ك س and, in Persian, the signs of its verbs; two of them at most. */
function withoutParticles(word: string, language: string): readonly string[] {
  if (/^ur\b/.test(language)) return [];
  const particle = /^fa\b/.test(language) ? /^ن?مي(?=.{3})/u : /^[وفبلكس](?=.{3})/u;
  const first = word.replace(particle, '');
  if (first === word) return [];
  const second = withoutArticle(first.replace(particle, ''));
  return second === first ? [first] : [first, second];
}

function withEndings(words: readonly string[], language: string): readonly string[] {
  return unique(words.flatMap((word) => [word, ...withoutEndings(word, language)]));
}

/** The word without an ending, and without the one before that: `رسالاتهم`, `رسالات`, `رسال`. */
function withoutEndings(word: string, language: string): readonly string[] {
  const endings = /^fa\b/.test(language) ? persianEndings : /^ur\b/.test(language) ? urduEndings : arabicEndings;
  const rest = word.replace(endings, '').replace(/(?<=..)ء$/u, '');
  if (rest === word) return [];
  // A ta marbuta opens before a pronoun: the letter before that of `رسالته` (his message) is the last one of `رسالة`.
  const opened = /^ar\b/.test(language) && /..ت$/u.test(rest) && rest.length >= 4 ? [rest.slice(0, -1)] : [];
  return [rest, ...withoutEndings(rest, language), ...opened];
}

const arabicEndings = /(?<=.{3})(?:هما|كما|هم|هن|ها|كم|كن|نا|ات|ان|ون|ين|يه|ه|ي|ا)$/u;
const persianEndings = /(?<=.{3})(?:هايي|هايشان|هاي|ها|ان|ات|اي|ه|ي)$/u;
const urduEndings = /(?<=.{3})(?:يان|ون|ين|ات|ان|ه|ي|ا)$/u;

function shortest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length < best.length ? word : best));
}

function singularOf(word: string): string {
  return singulars.get(word) ?? word;
}

const singulars: ReadonlyMap<string, string> = new Map(
  brokenPlurals.map(([plural, singular]) => [spelling(plural), shortest(withEndings([spelling(singular)], 'ar'))]),
);

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
