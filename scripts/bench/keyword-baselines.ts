import { fold } from '../../src/metadata/languages/ar-spelling.ts';
import { stopWords } from '../../src/metadata/languages/ar-words.ts';

/** The words that occur most often, of more than three letters: how wikis without a linguist make their keywords. */
export function frequentWords(text: string, limit: number): readonly string[] {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 3);
  return best(counted(words, fold), ({ count }) => count, limit);
}

/**
 * The ranking of KP-Miner (El-Beltagy and Rafea, 2009) for one text without a corpus: what stands between
 * stop words and punctuation, at least twice; phrases weigh more the fewer they are; what is within a
 * better phrase counts less.
 */
export function frequentPhrases(text: string, limit: number): readonly string[] {
  const runs = text.split(/[^\p{L}\p{M}\p{N}\s]+|\n+/u).flatMap(runsBetweenStopWords);
  const phrases = runs.flatMap((run) =>
    run.flatMap((_, start) =>
      [1, 2, 3].filter((size) => start + size <= run.length).map((size) => run.slice(start, start + size)),
    ),
  );
  const all = counted(
    phrases.map((phrase) => phrase.join(' ')),
    matchKey,
  );
  const often = all.filter(({ count }) => count > 1);
  const compounds = often.filter(({ key }) => key.includes(' '));
  const boost = Math.min(3, all.reduce((sum, { count }) => sum + count, 0) / (2.3 * Math.max(1, sumOf(compounds))));
  const free = ({ key, count }: Counted): number =>
    count - compounds.filter((other) => other.key !== key && ` ${other.key} `.includes(` ${key} `)).length;
  const score = (one: Counted): number => (one.key.includes(' ') ? one.count * boost : free(one));
  const first = best(often, score, limit);
  const rest = all.filter(({ shown }) => !first.includes(shown)).map(({ shown }) => shown);
  return [...first, ...rest].slice(0, limit);
}

/** Equal for phrases that differ in spelling, article, number or gender only. */
export function matchKey(phrase: string): string {
  return phrase
    .trim()
    .split(/\s+/)
    .map((word) => {
      const bare = fold(word).replace(/^(?:[وفبك]?ال|لل)(?=.{2})/u, '');
      return bare.replace(/(?<=.{3})(?:ات|ون|ين|ه)$/u, '');
    })
    .join(' ');
}

interface Counted {
  readonly key: string;
  readonly shown: string;
  readonly count: number;
}

function counted(phrases: readonly string[], keyOf: (phrase: string) => string): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (const shown of phrases) {
    const key = keyOf(shown);
    const { count = 0, shown: first = shown } = found.get(key) ?? {};
    found.set(key, { key, shown: first, count: count + 1 });
  }
  return [...found.values()];
}

function best(all: readonly Counted[], score: (one: Counted) => number, limit: number): readonly string[] {
  const ranked = all.toSorted((a, b) => score(b) - score(a));
  return ranked.slice(0, limit).map(({ shown }) => shown);
}

function sumOf(all: readonly Counted[]): number {
  return all.reduce((sum, { count }) => sum + count, 0);
}

function runsBetweenStopWords(clause: string): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const word of clause.split(/\s+/).filter(Boolean)) {
    if (stopWords.has(fold(word)) || word.length < 2) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0);
}
