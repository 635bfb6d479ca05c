import { availableParallelism } from 'node:os';
import type { Article, Example } from '../../article/article.ts';
import { normaliseOutput } from '../../examples/normalise.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { type Runners, runArticle } from '../../examples/run-article.ts';

/** An example that was run here and by the reference, and how the two compare. */
export interface ComparedExample {
  readonly article: Pick<Article, 'path'>;
  readonly example: Example;
  readonly comparison: Comparison;
}

export type Comparison =
  | { readonly kind: 'same' }
  /** Another verdict, or another reason for it. */
  | { readonly kind: 'verdict'; readonly here: string; readonly reference: string }
  | { readonly kind: 'text'; readonly here: string; readonly reference: string }
  /** Nothing can be said: the reference cannot run it, or nothing of it repeats itself. */
  | { readonly kind: 'not-compared'; readonly reason: string }
  /** Not run here. `passes`: the reference ran it and calls it right, so that something is missing here. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly passes: boolean };

/**
 * Runs every example here and by the reference, and lets the same judge speak of both. Examples that
 * are only shown are left out.
 *
 * @param onProgress told how many examples are done, of how many
 * @throws if a runner itself is broken
 */
export async function compareWithReference(
  articles: readonly Pick<Article, 'path' | 'examples' | 'files'>[],
  { here, reference, onProgress = () => undefined }: ComparedRunners,
): Promise<readonly ComparedExample[]> {
  const all = articles.flatMap((article) => {
    const runs = {
      here: runArticle(article, { ...unused, ...here }),
      reference: runArticle(article, { ...unused, ...reference }),
    };
    const examples = article.examples.filter(
      ({ mode, runner }) => (mode.kind === 'run' || mode.kind === 'parse') && reference[runner],
    );
    return examples.map((example) => ({ article, example, runs }));
  });
  const jobs = all.entries();
  let done = 0;
  const compared: ComparedExample[] = [];
  const compareNext = async (): Promise<void> => {
    for (let job = jobs.next(); !job.done; job = jobs.next()) {
      const [index, { article, example, runs }] = job.value;
      const mine = (await runs.here.outcomeOf(example)).record;
      const real = (await runs.reference.outcomeOf(example)).record;
      compared[index] = { article, example, comparison: compare(mine, real) };
      onProgress(++done, all.length);
    }
  };
  // Real programs wait in real time.
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, compareNext));
  return compared;
}

export interface ComparedRunners {
  readonly here: Runners;
  /** Only the languages that this machine has an interpreter of. */
  readonly reference: Partial<Runners>;
  readonly onProgress?: (done: number, all: number) => void;
}

/** Share of the examples which the reference runs that are unavailable here, 0 to 1. */
export function shareOfUnavailable(compared: readonly ComparedExample[]): number {
  const missing = compared.filter(({ comparison }) => comparison.kind === 'unavailable' && comparison.passes).length;
  const run = compared.filter(({ comparison: { kind } }) => kind !== 'unavailable' && kind !== 'not-compared').length;
  return missing === 0 ? 0 : missing / (missing + run);
}

function compare(here: ExampleRecord, reference: ExampleRecord): Comparison {
  if (here.verdict === 'unavailable') {
    return { kind: 'unavailable', reason: here.kind, passes: reference.verdict === 'passed' };
  }
  if (reference.verdict === 'unavailable') return { kind: 'not-compared', reason: reasonOf(reference) };
  if (here.kind === 'memory-limit')
    return { kind: 'not-compared', reason: 'the memory of a real program is not limited alike' };
  const varies = [here, reference].some(({ kind }) => kind === 'varying-output');
  if (varies && here.verdict === reference.verdict)
    return { kind: 'not-compared', reason: 'it prints something else each time' };
  const verdicts = [here, reference].map(({ verdict, kind }) => `${verdict} (${kind})`);
  const [mine = '', real = ''] = verdicts;
  if (mine !== real) return { kind: 'verdict', here: explained(mine, here), reference: explained(real, reference) };
  if (['timeout', 'output-limit', 'memory-limit'].includes(here.kind)) return { kind: 'same' };
  const texts = [here, reference].map((record) => withoutLibraryPaths(normaliseOutput(textOf(record))));
  const [text = '', realText = ''] = texts;
  return text === realText ? { kind: 'same' } : { kind: 'text', here: text, reference: realText };
}

/**
 * Where Python's library lies, and on which line of it something stands, differs between installations and patch
 * releases.
 */
function withoutLibraryPaths(text: string): string {
  return text
    .replaceAll(/\/[^\s"'(<>]*\/(?:python3\.?\d+(?:\.zip)?|[\w.-]+\.whl)(?:\/(?:site|dist)-packages)?(?=\/)/g, 'LIB')
    .replaceAll(/(File "LIB[^"]*", line )\d+/g, '$1…');
}

function explained(verdict: string, record: ExampleRecord): string {
  return `${verdict}\n${textOf(record)}`;
}

function reasonOf({ message, kind }: ExampleRecord): string {
  return /^The example cannot run here: ([^.]*)/.exec(message ?? '')?.[1] ?? kind;
}

function textOf({ output, error }: ExampleRecord): string {
  const printed = output.map(({ text }) => text).join('');
  if (!error?.text) return printed;
  return `${printed}${printed === '' || printed.endsWith('\n') ? '' : '\n'}${error.text}\n`;
}

const unused: Runners = {
  node: { interpreter: '', run: missing },
  pyodide: { interpreter: '', run: missing },
};

function missing(): never {
  throw new Error('there is no runner of this language');
}
