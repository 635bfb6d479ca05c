import { isJoined, phrasesOf } from './phrases.ts';
import type { Word } from './words.ts';

/** A word or phrase that may become a keyword. */
export interface Candidate {
  /** Equal for all forms of the keyword; the keys of its words, between spaces. */
  readonly key: string;
  readonly words: number;
  /** How many of its words could be keywords by themselves. */
  readonly strongWords: number;
  /** In the form in which it is written most often, or the shorter one; forms that nothing is joined to go first. */
  readonly shown: string;
  /** What kind of word it is if it is a single one. */
  readonly kind: Word['kind'];
  /** How often it occurs. */
  readonly count: number;
  /** How often it occurs, each occurrence at its text's weight and at how far it is a phrase of its own there. */
  readonly weight: number;
  /** The greatest weight of a text it occurs in. */
  readonly place: number;
  /** It stands alone between stop words or punctuation somewhere, not only within something longer. */
  readonly isWhole: boolean;
  readonly isMessage: boolean;
  /** It is not in the article's script. */
  readonly isForeign: boolean;
  /** It is somebody's name. */
  readonly isName: boolean;
  /** Its words belong together by their grammar. */
  readonly isJoined: boolean;
  /** It is a noun with its adjective: `the-number the-standard`. */
  readonly isDescribed: boolean;
  /** Its first word says little by itself. */
  readonly isCommon: boolean;
  /** Wherever it occurs, it says whose the thing is. */
  readonly isPossessed: boolean;
  /** Something may be joined to its front, and nothing in the text tells. */
  readonly isDoubtful: boolean;
  /** It is a noun that stands nowhere with the article. */
  readonly isIndefinite: boolean;
  /** Where it occurs first, as a share of the words before it: 0 to 1. */
  readonly first: number;
}

/** The words of one text, and how much the text counts for what the article is about. */
export interface WeightedRuns {
  readonly runs: readonly (readonly Word[])[];
  readonly weight: number;
  /** It is made of sentences, which have verbs, unlike headings and the points of lists. */
  readonly isSentence: boolean;
}

/** Every word and every phrase of two or three words that stands between stop words and punctuation. */
export function candidatesOf(texts: readonly WeightedRuns[]): readonly Candidate[] {
  const found = new Map<string, Occurrence[]>();
  const total = texts.flatMap(({ runs }) => runs).reduce((sum, run) => sum + run.length, 0);
  let before = 0;
  for (const { runs, weight, isSentence } of texts) {
    for (const run of runs) {
      for (const { words, own, isWhole, isMessage = false, isName = false } of phrasesOf(run, isSentence)) {
        const key = words.map((word) => word.key).join(' ');
        const occurrences = found.get(key) ?? [];
        occurrences.push({
          phrase: words,
          at: before / total,
          place: weight,
          weight: weight * own,
          isWhole,
          isMessage,
          isName,
        });
        found.set(key, occurrences);
      }
      before += run.length;
    }
  }
  return [...found].map(([key, occurrences]) => candidateOf(key, occurrences));
}

interface Occurrence {
  readonly phrase: readonly Word[];
  readonly at: number;
  readonly place: number;
  readonly weight: number;
  readonly isWhole: boolean;
  readonly isMessage: boolean;
  readonly isName: boolean;
}

function candidateOf(key: string, occurrences: readonly Occurrence[]): Candidate {
  const phrases = occurrences.map(({ phrase }) => phrase);
  const isName = occurrences.some((occurrence) => occurrence.isName);
  return {
    key,
    words: phrases[0]?.length ?? 0,
    strongWords: phrases[0]?.filter(({ role }) => role === 'strong').length ?? 0,
    shown: shownForm(phrases),
    kind: phrases.find(([word, ...more]) => more.length === 0 && word?.kind !== 'plain')?.[0]?.kind ?? 'plain',
    count: occurrences.length,
    weight: occurrences.reduce((sum, { weight }) => sum + weight, 0),
    place: Math.max(...occurrences.map(({ place }) => place)),
    isWhole: occurrences.some(({ isWhole }) => isWhole),
    isMessage: occurrences.some(({ isMessage }) => isMessage),
    isForeign: phrases[0]?.every(({ foreign }) => foreign) ?? false,
    isName,
    isJoined: isName || phrases.some(isJoined),
    isDescribed: phrases.some((phrase) => isJoined(phrase) && phrase[0]?.form?.definite === true),
    isCommon: !isName && phrases.some(([word]) => word?.common || word?.role === 'weak'),
    isPossessed: phrases.every(([word]) => word?.possessed),
    isDoubtful: phrases.every(([word]) => word?.detached === 'perhaps'),
    isIndefinite: phrases.every(([word]) => word?.form?.definite === false && !word.form.name),
    first: occurrences[0]?.at ?? 0,
  };
}

function shownForm(phrases: readonly (readonly Word[])[]): string {
  const free = phrases.filter(([first]) => !first?.possessed);
  const whole = free.filter(([first]) => first?.detached !== 'yes');
  const best = [whole, free, phrases].find((some) => some.length > 0) ?? [];
  const forms = best.map((phrase) => phrase.map(({ shown }) => shown).join(' '));
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [shown] = [...counts].sort(([a, often], [b, oftenToo]) => oftenToo - often || a.length - b.length);
  return shown?.[0] ?? '';
}
