import type { Article, Example } from '../article/article.ts';
import type { Outcome } from '../examples/run-article.ts';
import type { Ran } from '../examples/run-rounds.ts';
import { announcedError } from './announced.ts';
import { candidateWords, isTrue } from './candidate-words.ts';
import { defines, undefinedName } from './code-shape.ts';
import type { Words } from './give-words.ts';
import { lacks } from './person-causes.ts';

/**
 * Lets an example go on from the ones before it that define what it lacks, if with that it passes, ends as the article
 * announces, or at least no longer lacks anything; and if no other example ends otherwise for it. Examples between it
 * and the one that it needs go on as well, as a reader would type them. Undefined if none of this helps.
 */
export async function goOn(
  { article, outcomes }: Ran,
  index: number,
  words: Words,
  run: (words: Words) => Promise<Ran | undefined>,
): Promise<{ readonly words: Words; readonly ran: Ran } | undefined> {
  const before = outcomes[index] as Outcome;
  const isForm = candidateWords(article, before).includes('no_run');
  for (const between of waysBack(article, before, words)) {
    const proposed = new Map(words);
    for (const other of [...between, index])
      proposed.set(other, ['continuation', words.get(other) ?? ''].join(' ').trim());
    const ran = await run(proposed);
    const after = ran?.outcomes[index];
    if (!after || !ran.outcomes.every((other, at) => at === index || isNoWorse(other, outcomes[at]))) continue;
    if (isTrue(ran.article, after)) return { words: proposed, ran };
    const error = after.error?.text === before.error?.text ? undefined : announcedError(ran.article, after);
    const ended = error && new Map([...proposed, [index, `continuation ${error}`]]);
    const ranToEnd = ended && !/=(?:Name|Reference)Error$/.test(error) ? await run(ended) : undefined;
    if (ended && ranToEnd && isTrue(ranToEnd.article, ranToEnd.outcomes[index])) return { words: ended, ran: ranToEnd };
    if (!isForm && failsElsewhere(before, after)) return { words: proposed, ran };
  }
  return undefined;
}

/**
 * For each way, the examples that must go on so that this one can: none of them first, then those after each
 * earlier example that defines what is lacking, the nearest first.
 */
function waysBack({ examples }: Article, outcome: Outcome, words: Words): readonly (readonly number[])[] {
  const { example } = outcome;
  const isBefore = (other: Example): boolean =>
    other.index < example.index && other.runner === example.runner && other.mode.kind === 'run';
  const earlier = examples.filter(isBefore);
  const lacking = lacks(outcome);
  const isGiven = ({ index, session }: Example): boolean => session !== undefined && !words.has(index);
  // Where the author has made sessions, nobody else does.
  if (lacking === undefined || earlier.some((other) => isGiven(other) && !leads(other, examples, words))) return [[]];
  const ways = earlier.toReversed().flatMap((source) => {
    if (!defines(source, lacking)) return [];
    const behind = earlier.filter(({ index }) => index > source.index && !/continuation/.test(words.get(index) ?? ''));
    return behind.length > 0 && behind.length <= 6 ? [behind.map(({ index }) => index)] : [];
  });
  return [[], ...ways.slice(0, 3)];
}

/** Whether it is in a session only because one of the words given makes another go on from it. */
function leads({ index, session }: Example, examples: readonly Example[], words: Words): boolean {
  return examples.some(
    (other) =>
      other.index > index && other.session?.name === session?.name && /continuation/.test(words.get(other.index) ?? ''),
  );
}

/** It ends as before; what lacked something cannot end worse. */
function isNoWorse({ verdict, error, printed }: Outcome, before: Outcome | undefined): boolean {
  if (!before) return false;
  if (before.verdict.name === 'failed' && lacks(before) !== undefined) return true;
  return (
    verdict.name === before.verdict.name &&
    verdict.kind === before.verdict.kind &&
    error?.text === before.error?.text &&
    (printed === before.printed || verdict.kind === 'varying-output')
  );
}

/** It has what it lacked, and is wrong in another way. */
function failsElsewhere(before: Outcome, { verdict, error }: Outcome): boolean {
  return (
    before.verdict.name === 'failed' &&
    (verdict.kind === 'uncaught-error' || verdict.name === 'unavailable') &&
    error !== undefined &&
    error.text !== before.error?.text &&
    undefinedName(error) === undefined
  );
}
