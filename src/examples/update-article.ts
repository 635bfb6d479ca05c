import type { Article, Example } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Outcome, Runners } from './run-article.ts';
import { runAll } from './run-rounds.ts';
import { verdictProblem } from './verdict-problem.ts';
import { verdictTexts } from './verdict-texts.ts';
import { type WriteOptions, writeOutputs } from './write-outputs.ts';

/** What an article is to say, and what is still wrong with its examples then. */
export interface UpdatedArticle {
  readonly source: string;
  /** Examples whose output is another one than before, or new. */
  readonly written: readonly Example[];
  readonly problems: readonly Problem[];
}

/**
 * Writes outputs into an article and runs it again, until nothing is left to write: what is written has
 * been seen to pass. An example that does not pass with its own output, because it prints something else on
 * every run, is left as it was.
 */
export async function updateArticle(
  article: Article,
  runners: Runners,
  options: Omit<WriteOptions, 'except'>,
): Promise<UpdatedArticle> {
  const refused = new Set<number>();
  for (;;) {
    const attempt = await writeUntilSettled(article, runners, { ...options, except: refused });
    const failed = [...attempt.written, ...attempt.unwritable].filter((index) => !isPassed(attempt.outcomes[index]));
    const isNews = failed.filter((index) => !refused.has(index));
    for (const index of failed) refused.add(index);
    if (isNews.length > 0) continue;
    const problems = attempt.outcomes.flatMap((outcome) => {
      const problem = verdictProblem(attempt.article, outcome);
      return problem ? [refused.has(outcome.example.index) ? notWritten(problem) : problem] : [];
    });
    return {
      source: attempt.article.source,
      written: attempt.written.flatMap((index) => attempt.article.examples[index] ?? []),
      problems,
    };
  }
}

function notWritten({ path, position, rule, severity }: Problem): Problem {
  return { path, position, rule, severity, message: verdictTexts.notWritten };
}

interface Attempt {
  readonly article: Article;
  /** By the index of the example. */
  readonly outcomes: readonly Outcome[];
  readonly written: readonly number[];
  readonly unwritable: readonly number[];
}

/** A session gives one wrong answer at a time, so it may take as many rounds as it has prompts. */
async function writeUntilSettled(start: Article, runners: Runners, options: WriteOptions): Promise<Attempt> {
  const written = new Set<number>();
  const unwritable = new Set<number>();
  let article = start;
  for (let round = 0; ; round++) {
    const { outcomes } = await runAll(article, runners);
    const settled = (): Attempt => ({ article, outcomes, written: [...written], unwritable: [...unwritable] });
    if (round > mostRounds(start)) return settled();
    const again = outcomes.filter(({ example, verdict }) => written.has(example.index) && verdict.kind !== 'doctest');
    const except = new Set([...options.except, ...unwritable, ...again.map(({ example }) => example.index)]);
    const next = writeOutputs(article, outcomes, { ...options, except });
    for (const { index } of next.unwritable) unwritable.add(index);
    if (next.written.length === 0) return settled();
    for (const { index } of next.written) written.add(index);
    article = options.parse(next.source);
  }
}

/** Every prompt may be answered anew once. */
function mostRounds({ examples }: Article): number {
  return 1 + Math.max(0, ...examples.map(({ code }) => code.split('\n').length));
}

function isPassed(outcome: Outcome | undefined): boolean {
  return outcome?.verdict.name === 'passed';
}
