import type { Article, Example, RunnerName } from '../article/article.ts';
import { defaultLimits } from './default-limits.ts';
import type { Step } from './runner.ts';

/** A closed world and what of the article runs in it, in document order. */
export interface PlannedWorld {
  readonly runner: RunnerName;
  readonly steps: readonly PlannedStep[];
}

/** One step of a world: an example's code, or hidden lines in front of it. */
export interface PlannedStep {
  readonly role: 'setup' | 'example';
  readonly example: Example;
  readonly step: Step;
}

/**
 * The worlds an article needs: one for every example that is run or parsed, shared by the examples of a session.
 * Examples that are only shown are in none.
 */
export function planWorlds(article: Pick<Article, 'examples' | 'files'>): readonly PlannedWorld[] {
  const worlds = Map.groupBy(article.examples, worldKey);
  worlds.delete(undefined);
  return [...worlds.values()].map((examples) => planWorld(article, examples));
}

/** The world of one example up to and including it: what a reader's browser runs. Undefined if it is only shown. */
export function worldUpTo(article: Pick<Article, 'examples' | 'files'>, example: Example): PlannedWorld | undefined {
  const key = worldKey(example);
  if (!key) return undefined;
  const upToHere = article.examples.filter((other) => other.index <= example.index && worldKey(other) === key);
  return planWorld(article, upToHere);
}

/** Examples with the same key share a world. Parsing shares with nobody: it leaves nothing behind. */
function worldKey(example: Example): string | undefined {
  if (example.mode.kind === 'parse') return `parse ${example.index}`;
  if (example.mode.kind !== 'run') return undefined;
  return example.session ? `${example.runner} session ${example.session.name}` : `example ${example.index}`;
}

function planWorld(article: Pick<Article, 'examples' | 'files'>, examples: readonly Example[]): PlannedWorld {
  const steps: PlannedStep[] = [];
  let previous: Example | undefined;
  for (const example of examples) {
    let files = filesBetween(article, previous, example);
    for (const setup of example.setup) {
      // A hidden step is a script or module of the example's own kind, never a transcript.
      const form = example.form.kind === 'doctest' ? ({ kind: 'script' } as const) : example.form;
      steps.push({ role: 'setup', example, step: { ...stepOf(example, files), form, code: setup.code } });
      files = [];
    }
    steps.push({ role: 'example', example, step: stepOf(example, files) });
    previous = example;
  }
  return { runner: examples[0]?.runner ?? 'node', steps };
}

function stepOf(example: Example, files: Step['files']): Step {
  return {
    language: example.language,
    form: example.form,
    code: example.code,
    parseOnly: example.mode.kind === 'parse',
    files,
    ...(example.stdin !== undefined && { stdin: example.stdin }),
    packages: example.packages,
    limits: { ...defaultLimits, time: example.timeout },
  };
}

/**
 * Files the article lays between two examples of one world; laying earlier ones again would
 * undo what the example wrote.
 */
function filesBetween(
  article: Pick<Article, 'examples' | 'files'>,
  previous: Example | undefined,
  next: Example,
): Step['files'] {
  const from = previous?.position.offset ?? -1;
  const laid = [
    ...article.files,
    ...article.examples.flatMap(({ file, code, position }) =>
      file === undefined ? [] : [{ name: file, text: `${code}\n`, position }],
    ),
  ].filter(({ position }) => position.offset >= from && position.offset < next.position.offset);
  laid.sort((a, b) => a.position.offset - b.position.offset);
  return laid.map(({ name, text }) => ({ name, text }));
}
