import type { Article, Example, RunnerName } from '../article/article.ts';
import type { Config } from '../config.ts';
import { exampleDigest } from './digest.ts';
import { demandOutput, judge, judgeUnrun, terminalText, type Verdict } from './judge.ts';
import { normaliseOutput } from './normalise.ts';
import { type PlannedWorld, planWorlds } from './plan-worlds.ts';
import type { ExampleRecord } from './record.ts';
import type { Runner, RunResult, UncaughtError } from './runner.ts';
import { describeDifference, verdictTexts } from './verdict-texts.ts';

export type Runners = Readonly<Record<RunnerName, Pick<Runner, 'run' | 'interpreter'>>>;

/** What came out of one example: the verdict, and what is written down of it. */
export interface Outcome {
  readonly example: Example;
  readonly verdict: Verdict;
  readonly record: ExampleRecord;
  /** What a terminal shows of the run; absent for an example that was not run. */
  readonly printed?: string;
  /** Whether its world ran, but not now: the results are of an earlier run. */
  readonly earlier: boolean;
  /** The uncaught error it ended with, expected or not. */
  readonly error?: UncaughtError;
}

/** Runs the examples of an article as they are asked for; the examples of one session run together, once. */
export interface ArticleRun {
  /** @throws if a runner itself is broken. */
  outcomeOf(example: Example): Promise<Outcome>;
}

export function runArticle(
  article: Pick<Article, 'path' | 'examples' | 'files'>,
  runners: Runners,
  { strict }: Pick<Config, 'strict'> = { strict: false },
): ArticleRun {
  const worlds = planWorlds(article);
  const runs = new Map<PlannedWorld, Promise<WorldRun>>();
  return {
    async outcomeOf(example) {
      const unrun = judgeUnrun(example);
      if (unrun) return outcome(article, example, runners, { verdict: unrun });
      const world = worlds.find(({ steps }) => steps.some((step) => step.example === example));
      if (!world) throw new Error(`${article.path}:${example.position.line}: this example is not of this article`);
      let run = runs.get(world);
      if (!run) {
        run = runWorld(world, runners[world.runner]);
        runs.set(world, run);
      }
      const { judgements, earlier } = await run;
      const judgement = judgements.get(example);
      if (!judgement) throw new Error(`${article.path}:${example.position.line}: its runner gave no result`);
      const printed = judgement.result?.output.map(({ text }) => text).join('') ?? '';
      const verdict = strict ? demandOutput(example, judgement.verdict, printed) : judgement.verdict;
      return outcome(article, example, runners, { ...judgement, verdict }, earlier);
    },
  };
}

interface Judgement {
  readonly verdict: Verdict;
  /** Absent for an example that was not run. */
  readonly result?: RunResult;
}

interface WorldRun {
  readonly judgements: ReadonlyMap<Example, Judgement>;
  /** Whether nothing of it ran now. */
  readonly earlier: boolean;
}

/**
 * A world in which an example passed runs again under another seed: an output that changes with it is true of
 * no run but its own, and must not be called verified.
 */
async function runWorld(world: PlannedWorld, runner: Pick<Runner, 'run'>): Promise<WorldRun> {
  const steps = world.steps.map(({ step }) => step);
  const seed = seedOf(steps.map(({ code }) => code).join('\0'));
  const results = await runner.run({ steps, seed });
  const judgements = judgeWorld(world, results);
  const isEarlier = (result: RunResult): boolean => result.earlier === true;
  if (![...judgements.values()].some(({ verdict }) => verdict.name === 'passed')) {
    return { judgements, earlier: results.every(isEarlier) };
  }
  const resultsAgain = await runner.run({ steps, seed: seed + 1 });
  const again = judgeWorld(world, resultsAgain);
  return {
    judgements: new Map(
      [...judgements].map(([example, first]) => [example, agreed(example, first, again.get(example) ?? first)]),
    ),
    earlier: [...results, ...resultsAgain].every(isEarlier),
  };
}

function judgeWorld(world: PlannedWorld, results: readonly RunResult[]): ReadonlyMap<Example, Judgement> {
  const judgements = new Map<Example, Judgement>();
  let failedSetup: Verdict | undefined;
  for (const [index, { role, example }] of world.steps.entries()) {
    const result = results[index];
    if (!result) throw new Error(`a runner gave ${results.length} results for ${world.steps.length} steps`);
    if (role === 'setup') {
      const verdict = judge({ expectation: { kind: 'success' }, mode: { kind: 'run' } }, result);
      if (verdict.name !== 'passed') failedSetup ??= setupVerdict(verdict);
      continue;
    }
    judgements.set(example, { verdict: failedSetup ?? judge(example, result), result });
    failedSetup = undefined;
  }
  return judgements;
}

function agreed(example: Example, first: Judgement, second: Judgement): Judgement {
  if (first.verdict.name !== 'passed' || !first.result || !second.result) return first;
  if (second.verdict.kind === 'wrong-output') {
    return { ...first, verdict: { name: 'failed', kind: 'varying-output', message: verdictTexts.varyingOutput } };
  }
  if (second.verdict.name !== 'passed') return second;
  const both = { ...first, result: withEarlierDay(first.result, second.result) };
  if (example.expectedOutput) return both;
  const same = normaliseOutput(terminalText(first.result)) === normaliseOutput(terminalText(second.result));
  return same ? both : { ...both, verdict: { name: 'passed', kind: 'varying-output' } };
}

/** What two runs show is as old as the older of them. */
function withEarlierDay(result: RunResult, other: RunResult): RunResult {
  const [day] = [result.day, other.day].filter((one) => one !== undefined).sort();
  return day === undefined ? result : { ...result, day };
}

function setupVerdict(verdict: Verdict): Verdict {
  if (verdict.name === 'unavailable') return verdict;
  return { name: 'failed', kind: 'setup', message: verdictTexts.setup(verdict.message ?? '') };
}

async function outcome(
  article: Pick<Article, 'path' | 'examples' | 'files'>,
  example: Example,
  runners: Runners,
  { verdict, result }: Judgement,
  earlier = false,
): Promise<Outcome> {
  const error = result && 'error' in result.end ? result.end.error : undefined;
  const record: ExampleRecord = {
    article: article.path,
    line: example.position.line,
    language: example.language,
    runner: example.runner,
    verdict: verdict.name,
    kind: verdict.kind,
    output: result?.output ?? [],
    error: error ? { name: error.name, message: error.message, text: error.text } : null,
    ms: Math.round(result?.ms ?? 0),
    interpreter: runners[example.runner].interpreter,
    ...(result?.day !== undefined && { day: result.day }),
    ...(verdict.message !== undefined && { message: fullMessage(verdict) }),
    digest: await exampleDigest(article, example),
  };
  const printed = result && terminalText(result);
  return {
    example,
    verdict,
    record,
    earlier,
    ...(printed !== undefined && { printed }),
    ...(error && { error }),
  };
}

/** The record has no other place for what came instead of what was expected. */
function fullMessage({ message = '', difference }: Verdict): string {
  return difference ? `${message}\n${describeDifference(difference)}` : message;
}

/** FNV-1a over UTF-16 code units: the seed follows the code, so that editing the text above changes no output. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 1;
}
