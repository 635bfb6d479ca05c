import type { Article } from '../article/article.ts';
import type { Runners } from '../examples/run-article.ts';
import { type Ran, runAll } from '../examples/run-rounds.ts';
import { candidateWords, isTrue } from './candidate-words.ts';
import { sameExamples, withFenceWords } from './fence-word-edit.ts';
import { goOn } from './go-on.ts';
import { textsBeside } from './texts-beside.ts';

/** Words by the index of their example. */
export type Words = ReadonlyMap<number, string>;

/** Tries words until every example passes or has none left to try. */
export async function giveWords(
  start: Article,
  runners: Runners,
  parse: (source: string) => Article,
): Promise<Ran & { readonly words: Words }> {
  /** Undefined if the words do not read as meant. */
  const run = async (words: Words): Promise<Ran | undefined> => {
    const article = parse(withFenceWords(start, words));
    return sameExamples(article, start) ? runAll(article, runners) : undefined;
  };
  let words: Words = new Map();
  let refused: ReadonlySet<string> = new Set();
  let ran = await run(words);
  for (;;) {
    if (!ran) throw new Error(`${start.path}: the words given to the examples cannot be read`);
    const { article, outcomes } = ran;
    const next = nextWords(ran, (index, word) => !refused.has(`${index} ${word}`) && !words.has(index));
    const [first] = next;
    if (!first) return { ...ran, words };
    if (first[1] === 'continuation') {
      const tried = await goOn(ran, first[0], words, run);
      // What goes on from this one may succeed where it did not before.
      refused = tried ? new Set([...refused].filter((key) => !key.endsWith('continuation'))) : refused;
      if (!tried) refused = new Set([...refused, first.join(' ')]);
      words = tried?.words ?? words;
      ran = tried?.ran ?? ran;
      continue;
    }
    const proposed = await run(new Map([...words, ...next]));
    const wrong = next.filter(([index]) => !proposed || !isTrue(proposed.article, proposed.outcomes[index]));
    const right = next.filter((word) => !wrong.includes(word));
    refused = new Set([...refused, ...wrong.map((word) => word.join(' '))]);
    words = new Map([...words, ...right]);
    ran = right.length === 0 ? { article, outcomes } : await run(words);
  }
}

/** One `continuation` at a time, when all else is said: what it goes on from shows only when that runs. */
function nextWords(
  { article, outcomes }: Ran,
  isOpen: (index: number, word: string) => boolean,
): readonly (readonly [index: number, word: string])[] {
  const found = outcomes.flatMap((outcome) => {
    const { index } = outcome.example;
    const word = candidateWords(article, outcome).find((candidate) => isOpen(index, candidate));
    return word === undefined ? [] : [[index, word] as const];
  });
  const certain = found
    .filter(([, word]) => word !== 'continuation')
    // Which of two examples the text between them speaks of shows when the first has its word.
    .filter(([index], _, all) => !all.some(([other]) => other === index - 1) || !isBehindText(article, index));
  return certain.length > 0 ? certain : found.slice(0, 1);
}

function isBehindText(article: Article, index: number): boolean {
  const example = article.examples[index];
  return example !== undefined && textsBeside(article, example).isBetween;
}
