import { brokenPlurals } from './ar-broken-plurals.ts';
import { perWord } from './per-word.ts';

/**
 * One spelling of an Arabic word: no vowels, tatweel or tanwin; one alef, one ya, ta marbuta as ha, hamza without its
 * seat.
 */
export const fold = perWord((word) =>
  word
    .normalize('NFKC')
    .replace(/ا\u064B|\u064Bا|[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱىیؤئةک]/g, (letter) => spellings[letter] ?? letter),
);

/** Marks that no letter is: vowels, shadda, tatweel. */
export const marks = /[\p{M}\u0640]/gu;

const spellings: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ؤ: 'ء',
  ئ: 'ء',
  ة: 'ه',
  ک: 'ك',
};

/**
 * The light stem of a folded word, in the singular: without the article and the endings of number, gender and
 * possession. The letters between them stay, so that words of one root but of different meaning stay apart.
 */
export const stem = perWord((folded) => {
  const light = lightStem(folded);
  return singulars.get(light) ?? light;
});

function lightStem(folded: string): string {
  let rest = folded.replace(/^(?:ال|لل)(?=.{2})/u, '').replace(/(?<=.{3})ت(?:ان|ين)$/u, 'ه');
  for (const ending of ['ها', 'هما', 'هم', 'ات', 'ان', 'ون', 'ين', 'يه', 'ه', 'ي']) {
    if (rest.endsWith(ending) && rest.length - ending.length >= 3) rest = rest.slice(0, -ending.length);
  }
  return rest;
}

const singulars: ReadonlyMap<string, string> = new Map(
  brokenPlurals.map(([plural, singular]) => [lightStem(fold(plural)), lightStem(fold(singular))]),
);
