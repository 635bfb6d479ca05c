import type { Article, Example } from '../article/article.ts';
import type { Outcome, Runners } from '../examples/run-article.ts';
import { memoised } from '../examples/run-rounds.ts';
import { quotedBehind } from './announcements.ts';
import { hiddenError } from './candidate-words.ts';
import { catches } from './code-shape.ts';
import { contradictionOf, giveOutputs, shows } from './give-outputs.ts';
import { giveWords } from './give-words.ts';
import { causeOf, type PersonCause } from './person-causes.ts';
import { shownOutput } from './shown-output.ts';

/** What an article that nobody has checked is to say of its examples, and what only a person can say. */
export interface AdoptedArticle {
  readonly source: string;
  /** The words proposed, by how often: `error=`, `continuation`, `no_run`, `browser`, `output`. */
  readonly proposed: Readonly<Record<string, number>>;
  readonly forPerson: readonly NeedsPerson[];
  /** Of how many examples all that can be said is said now. */
  readonly right: number;
}

export interface NeedsPerson {
  /** The example as it stands in the adopted text. */
  readonly example: Example;
  readonly cause: PersonCause;
  /** What went wrong, in one line. */
  readonly detail: string;
}

/**
 * Runs the examples and finds the words that tell the truth about them: every word that it gives has been seen
 * to make its example pass. Adopting the result again proposes nothing more.
 *
 * @param parse reads the article again with another text
 */
export async function adoptArticle(
  start: Article,
  runners: Runners,
  parse: (source: string) => Article,
): Promise<AdoptedArticle> {
  const memoisedRunners = { node: memoised(runners.node), pyodide: memoised(runners.pyodide) };
  const worded = await giveWords(start, memoisedRunners, parse);
  const written = await giveOutputs(worded.article, memoisedRunners, parse);
  const { article, outcomes } = written;
  const forPerson = outcomes.flatMap((outcome) => personFor(article, outcome) ?? []);
  return {
    source: article.source,
    proposed: count([...[...worded.words.values()].flatMap(shortNames), ...Array(written.outputs).fill('output')]),
    forPerson,
    right: outcomes.length - forPerson.length,
  };
}

function personFor(article: Article, outcome: Outcome): NeedsPerson | undefined {
  const { example } = outcome;
  const cause =
    causeOf(outcome) ??
    hiddenError(article, outcome) ??
    announcedOnly(article, outcome) ??
    shownCause(article, outcome);
  return cause && { example, cause, detail: detailOf(outcome) };
}

function announcedOnly(article: Article, { example, verdict, printed = '' }: Outcome): PersonCause | undefined {
  if (verdict.name !== 'passed' || example.mode.kind !== 'run' || example.expectation.kind === 'error')
    return undefined;
  const name = quotedBehind(article, example);
  if (name === undefined || printed.includes(name) || catches(example, [name, 'Exception'])) return undefined;
  return example.form.kind === 'doctest' ? undefined : 'announced-only';
}

function shownCause(article: Article, outcome: Outcome): PersonCause | undefined {
  const { example, verdict, printed = '' } = outcome;
  if (verdict.name !== 'passed' || example.expectedOutput || printed === '') return undefined;
  const contradiction = contradictionOf(outcome);
  if (contradiction) return contradiction;
  const shown = shownOutput(article, example);
  if (!shown) return undefined;
  // A whole traceback says more than is compared, and ends alike.
  if (verdict.kind === 'expected-error' && lastLine(shown.code) === lastLine(printed)) return undefined;
  return shows(shown.code, outcome) ? 'shown-apart' : 'shown-otherwise';
}

function detailOf({ verdict, error, example, printed = '' }: Outcome): string {
  if (error && verdict.name !== 'passed')
    return firstLine(`${error.name}: ${error.message}`).replace(/ \(example\.py, line \d+\)$/, '');
  return verdict.name === 'passed'
    ? firstLine(printed.trim() || example.code)
    : firstLine(verdict.message ?? verdict.kind);
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** A message may hold blanks, so the words are told by how they begin. */
function shortNames(words: string): readonly string[] {
  return ['continuation', 'error=', 'no_run', 'browser'].filter((name) => ` ${words}`.includes(` ${name}`));
}

function count(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]));
}
