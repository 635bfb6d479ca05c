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
  /** How often it occurs, each occurrence at its text's weight. */
  readonly weight: number;
  /** The greatest weight of a text it occurs in. */
  readonly place: number;
  /** It stands alone between stop words or punctuation somewhere, not only within something longer. */
  readonly isWhole: boolean;
  /** Number of the text it occurs in first, from 0. */
  readonly first: number;
}

/** The words of one text, and how much the text counts for what the article is about. */
export interface WeightedRuns {
  readonly runs: readonly (readonly Word[])[];
  readonly weight: number;
}

/** Every word and every phrase of two or three words that stands between stop words and punctuation. */
export function candidatesOf(texts: readonly WeightedRuns[]): readonly Candidate[] {
  const found = new Map<string, Occurrence[]>();
  for (const [text, { runs, weight }] of texts.entries()) {
    for (const run of runs.flatMap(contentRunsOf)) {
      for (const phrase of phrasesOf(run)) {
        const key = phrase.map((word) => word.key).join(' ');
        const occurrences = found.get(key) ?? [];
        occurrences.push({ phrase, text, weight, isWhole: phrase.length === run.length });
        found.set(key, occurrences);
      }
    }
  }
  return [...found].map(([key, occurrences]) => candidateOf(key, occurrences));
}

interface Occurrence {
  readonly phrase: readonly Word[];
  readonly text: number;
  readonly weight: number;
  readonly isWhole: boolean;
}

function candidateOf(key: string, occurrences: readonly Occurrence[]): Candidate {
  const phrases = occurrences.map(({ phrase }) => phrase);
  const weights = occurrences.map(({ weight }) => weight);
  return {
    key,
    words: phrases[0]?.length ?? 0,
    strongWords: phrases[0]?.filter(({ role }) => role === 'strong').length ?? 0,
    shown: shownForm(phrases),
    kind: phrases.find(([word, ...more]) => more.length === 0 && word?.kind !== 'plain')?.[0]?.kind ?? 'plain',
    count: occurrences.length,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    place: Math.max(...weights),
    isWhole: occurrences.some(({ isWhole }) => isWhole),
    first: occurrences[0]?.text ?? 0,
  };
}

/** The stretches that no stop word and nothing joined to a word's front interrupts. */
function contentRunsOf(run: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  for (const word of run) {
    if (word.role === 'stop' || word.detached) runs.push([]);
    if (word.role !== 'stop') runs.at(-1)?.push(word);
  }
  return runs;
}

/** All stretches of up to three words that can be a keyword. */
function phrasesOf(run: readonly Word[]): readonly (readonly Word[])[] {
  return run.flatMap((_, start) =>
    [1, 2, 3]
      .filter((length) => start + length <= run.length)
      .map((length) => run.slice(start, start + length))
      .filter(canBeKeyword),
  );
}

function canBeKeyword(phrase: readonly Word[]): boolean {
  const [first, ...more] = phrase;
  if (more.length > 0 && phrase.some(({ kind }) => kind === 'identifier')) return false;
  if (first?.kind === 'number' || new Set(phrase.map(({ key }) => key)).size < phrase.length) return false;
  return phrase.some(({ role, key, kind }) => role === 'strong' && kind !== 'number' && key.length > 1);
}

function shownForm(phrases: readonly (readonly Word[])[]): string {
  const whole = phrases.filter(([first]) => !first?.detached);
  const forms = (whole.length > 0 ? whole : phrases).map((phrase) => phrase.map(({ shown }) => shown).join(' '));
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [best] = [...counts].sort(([a, often], [b, oftenToo]) => oftenToo - often || a.length - b.length);
  return best?.[0] ?? '';
}
