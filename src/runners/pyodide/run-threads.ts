import type { Turns } from './interpreter.ts';
import type { StepResult } from './interpreter-process.ts';
import { hasThreadStacks } from './thread-stacks.ts';

/** Runs one world from its beginning. */
type Run = (turns?: Turns) => Promise<readonly StepResult[]>;

/**
 * Runs a world, and once more with threads that take turns where it needs them. What Linux does not promise about the
 * turns is tried in other ways; where the result is another then, the example is unavailable.
 */
export async function runThreads(run: Run): Promise<readonly StepResult[]> {
  const plain = await run();
  const needed = plain.some(({ end }) => end.kind === 'unavailable' && end.cause === 'thread');
  if (!hasThreadStacks || !(needed || has(plain, 'long') || has(plain, 'contested'))) return plain;
  const first = await run('first');
  // A thread that goes deep into C finds less of a stack.
  if (first.some(({ end }) => end.kind === 'crash')) return needed ? plain : doubt(plain, [], tooLong);
  const contested = has(first, 'contested') ? doubt(first, await run('last'), anyOrder) : first;
  return (await isLong(first, run)) ? doubt(contested, await run('woken'), tooLong) : contested;
}

/** Not if a busy machine made it so. */
async function isLong(first: readonly StepResult[], run: Run): Promise<boolean> {
  return has(first, 'long') && has(await run('first'), 'long') && has(await run('first'), 'long');
}

function has(results: readonly StepResult[], trait: StepResult['traits'][number]): boolean {
  return results.some(({ traits }) => traits.includes(trait));
}

const anyOrder = 'the result depends on which of several threads goes on first, and any of them may';

const tooLong =
  'a thread of this example computes for so long that others would go on meanwhile, and the result depends on it';

/** The results, but `unavailable` where another run had others. */
function doubt(results: readonly StepResult[], others: readonly StepResult[], reason: string): readonly StepResult[] {
  return results.map((result, index) =>
    shown(result) === shown(others[index])
      ? result
      : { ...result, end: { kind: 'unavailable', cause: 'thread', reason } },
  );
}

function shown(result: StepResult | undefined): string {
  return JSON.stringify([result?.output, result?.end]);
}
