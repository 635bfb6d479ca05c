import type { Article } from '../article/article.ts';
import { announcedError, candidateWords, hiddenError } from './adopt-example.ts';
import { sameExamples, withFenceWords } from './fence-word-edit.ts';
import type { Outcome, Runners } from './run-article.ts';
import { type Ran, runAll } from './run-rounds.ts';

/** Tries words until every example passes or has none left to try. */
export async function giveWords(
  start: Article,
  runners: Runners,
  parse: (source: string) => Article,
): Promise<Ran & { readonly words: ReadonlyMap<number, string> }> {
  const words = new Map<number, string>();
  const refused = new Set<string>();
  const refuse = (index: number): void => {
    refused.add(`${index} ${words.get(index)}`);
    words.delete(index);
  };
  for (;;) {
    const article = parse(withFenceWords(start, words));
    const unread = sameExamples(article, start) ? undefined : [...words.keys()].at(-1);
    if (unread !== undefined) {
      refuse(unread);
      continue;
    }
    const ran = await runAll(article, runners);
    const wrong = [...words.keys()].filter((index) => !isTrue(ran.article, ran.outcomes[index]));
    for (const index of wrong) {
      const error = announcedError(ran.article, ran.outcomes[index] as Outcome);
      const isFirst = words.get(index) === 'continuation';
      refuse(index);
      // With the names it needs, it may end as announced.
      if (isFirst && error !== undefined && !/=(?:Name|Reference)Error$/.test(error))
        words.set(index, `continuation ${error}`);
    }
    if (wrong.length > 0) continue;
    const found = nextWords(ran, (index, word) => !refused.has(`${index} ${word}`) && !words.has(index));
    if (found.length === 0) return { ...ran, words };
    for (const [index, word] of found) words.set(index, word);
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
  const certain = found.filter(([, word]) => word !== 'continuation');
  return certain.length > 0 ? certain : found.slice(0, 1);
}

/** An example in which a word only hides that it still fails has not become right. */
function isTrue(article: Article, outcome: Outcome | undefined): boolean {
  if (!outcome) return false;
  if (outcome.verdict.kind === 'browser') return true;
  return outcome.verdict.name === 'passed' && hiddenError(article, outcome) === undefined;
}
