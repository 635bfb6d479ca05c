import type { LanguageWords } from './language-words.ts';
import { perWord } from './per-word.ts';

/** Any language without a file of its own: what holds of most. */
export const other: LanguageWords = {
  script: /\p{L}/u,
  headings: { oneSentence: [], summary: [], introduction: [], conclusion: [] },
  abbreviations: new Set(),
  separators: { points: '; ', names: ', ' },
  dangling: new Set(),
  opensClause: () => false,
  subordinators: new Set(),
  questionWords: new Set(),
  stopWords: new Set(),
  weakWords: new Set(),
  commonWords: new Set(),
  fold: perWord((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  stem: (folded) => folded,
  // Where letters have case, words of up to three letters are nearly always particles.
  looksLikeStopWord: (word) => /^\p{Ll}{1,3}$/u.test(word.toLowerCase()),
  emptyHeads: new Set(),
  plain: (word) => word,
  beforeVerbs: new Set(),
  beforeNouns: new Set(),
  areOneWord: () => false,
  negations: new Set(),
  completions: new Set(),
  orders: new Set(),
  mayBeVerb: () => false,
  isPossessed: () => false,
  nounForm: () => undefined,
  // `d'un`, `l’article`
  detach: (word) => {
    const rest = /^\p{L}{1,2}['’](\p{L}{2,})$/u.exec(word)?.[1];
    return rest === undefined ? undefined : { word: rest, certain: true, preposition: true };
  },
};
