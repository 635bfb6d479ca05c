import type { Article } from '../article/article.ts';
import { normaliseOutput } from '../examples/normalise.ts';
import type { Outcome, Runners } from '../examples/run-article.ts';
import { type Ran, runAll } from '../examples/run-rounds.ts';
import { writeOutputs } from '../examples/write-outputs.ts';
import { hiddenError } from './candidate-words.ts';
import { unkeptClaims } from './claimed-outputs.ts';
import { asOutput, sameExamples } from './fence-word-edit.ts';
import type { PersonCause } from './person-causes.ts';
import { shownOutput } from './shown-output.ts';

/** Fixes what the examples print, in the block that the article shows it in or in a new one. */
export async function giveOutputs(
  start: Article,
  runners: Runners,
  parse: (source: string) => Article,
): Promise<Ran & { readonly outputs: number }> {
  const refused = new Set<number>();
  for (;;) {
    const before = await runAll(start, runners);
    const renamed = renameShown(before, refused, parse);
    const open = before.outcomes.filter(
      (outcome) => mayGetBlock(start, outcome) && !renamed.indices.has(outcome.example.index),
    );
    const again = await runAll(renamed.article, runners);
    const outcomes = open.flatMap(({ example }) => again.outcomes[example.index] ?? []);
    const next = writeOutputs(renamed.article, outcomes, { missing: true, parse, except: refused });
    const given = [...renamed.indices, ...next.written.map(({ index }) => index)];
    const ran = await runAll(parse(next.source), runners);
    const wrong = given.filter((index) => ran.outcomes[index]?.verdict.name !== 'passed');
    if (wrong.length === 0) return { ...ran, outputs: given.length };
    for (const index of wrong) refused.add(index);
  }
}

function mayGetBlock(article: Article, outcome: Outcome): boolean {
  const isRight = outcome.verdict.name === 'passed' && !outcome.example.expectedOutput;
  return (
    isRight &&
    !tellsOfMachine(outcome) &&
    contradictionOf(outcome) === undefined &&
    isShort(outcome.printed ?? '') &&
    hiddenError(article, outcome) === undefined &&
    shownOutput(article, outcome.example) === undefined
  );
}

/** What an article can show; a longer output is an author's to shorten. */
function isShort(printed: string): boolean {
  return printed.length <= 1500 && printed.split('\n').length <= 40;
}

/**
 * Why what a passing example prints is not what its code says that it does; undefined if
 * nothing speaks against it.
 */
export function contradictionOf({ example, verdict, printed = '' }: Outcome): PersonCause | undefined {
  if (verdict.name !== 'passed' || verdict.kind === 'varying-output') return undefined;
  // Written for "and so on", read as a value.
  if (/\bEllipsis\b/.test(printed) && !/\bEllipsis\b/.test(example.code)) return 'placeholder';
  return unkeptClaims(example, printed).length > 0 ? 'shown-otherwise' : undefined;
}

/** What this code prints is the same on every run here, and another thing on every other machine. */
function tellsOfMachine({ example: { code }, error, printed = '' }: Outcome): boolean {
  // Without an error of its own it is what a machine without a network prints.
  if (
    /['"`]https?:\/\/(?!localhost|127\.|\[::1\])/.test(code) &&
    /\b(?:requests|urllib|urlopen|httpx|aiohttp|fetch|axios)\b/.test(code)
  )
    return error === undefined;
  if (
    error === undefined &&
    (/\/example\b|\b0x[\da-f]{5,}/.test(printed) || /environ\b|getenv|process\.env/.test(code))
  )
    return true;
  return /\bid\(|\bhash\(|getsizeof|getpid|\bpid\b|perf_counter|process_time|\btime\(\)|monotonic|performance\.now|Date\.now|sys\.version|sys\.path|getcwd|__file__|gethostname|getuser|expanduser|tempfile|platform|process\.(?:version|memoryUsage|arch|hrtime|uptime)|cpu_count|os\.cpus/.test(
    code,
  );
}

/** Calls the blocks of plain text `output` that are exactly what the example before them prints. */
function renameShown(
  { article, outcomes }: Ran,
  refused: ReadonlySet<number>,
  parse: (source: string) => Article,
): { readonly article: Article; readonly indices: ReadonlySet<number> } {
  const indices = new Set<number>();
  let current = article;
  for (const outcome of outcomes.toReversed()) {
    const { example, verdict } = outcome;
    const shown = shownOutput(article, example);
    if (!shown?.isDirect || refused.has(example.index) || !shows(shown.code, outcome)) continue;
    if (verdict.name !== 'passed' || !/^(?:completed|expected-error)$/.test(verdict.kind) || example.expectedOutput)
      continue;
    const next = parse(asOutput(current, shown));
    if (!sameExamples(next, current)) continue;
    current = next;
    indices.add(example.index);
  }
  return { article: current, indices };
}

/** Whether a text is what the example printed. */
export function shows(text: string, { printed = '' }: Outcome): boolean {
  return printed !== '' && normaliseOutput(`${text}\n`) === normaliseOutput(printed);
}
