import type { Article, Example } from '../article/article.ts';
import { hiddenError } from './adopt-example.ts';
import { asOutput, sameExamples } from './fence-word-edit.ts';
import { normaliseOutput } from './normalise.ts';
import type { Outcome, Runners } from './run-article.ts';
import { type Ran, runAll } from './run-rounds.ts';
import { shownOutput } from './shown-output.ts';
import { writeOutputs } from './write-outputs.ts';

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
    !tellsOfMachine(outcome.example) &&
    hiddenError(article, outcome) === undefined &&
    shownOutput(article, outcome.example) === undefined
  );
}

/** What this code prints is the same on every run here, and another thing on every other machine. */
function tellsOfMachine({ code }: Example): boolean {
  return /\bid\(|\bhash\(|getsizeof|getpid|\bpid\b|perf_counter|process_time|\btime\(\)|monotonic|performance\.now|Date\.now|sys\.version|platform|process\.(?:version|memoryUsage|arch|hrtime|uptime)|cpu_count|os\.cpus/.test(
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
