/**
 * `npm run bench:examples [-- ROUNDS]`: measures the example engine against what it replaces, side by side in one run:
 * the contenders take turns, so that whatever else the machine does falls on all of them alike.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createNodeRunner } from '../src/runners/node/node-runner.ts';
import { findPinnedNode } from '../src/runners/pinned-node.ts';
import { createPyodideRunner } from '../src/runners/pyodide/pyodide-runner.ts';
import { type Contender, cpython, freshPyodide, ours, plainNode } from './bench/contenders.ts';
import { readUsage } from './bench/processor-time.ts';
import { nodePrograms, packagePrograms, pythonPrograms } from './bench/programs.ts';
import { Progress } from './terminal/progress.ts';

const rounds = Number(process.argv[2] ?? 5);
const progress = new Progress();

console.log(
  `${availableParallelism()} cores, ${rounds} rounds in turn. Processor time is of all processes together.\n`,
);
await compare('Python', await createPyodideRunner(), 'python', pythonPrograms, 200, [
  cpython(pythonPrograms.length),
  freshPyodide(1),
]);
await compare('Python with a package', await createPyodideRunner(), 'python', packagePrograms, 40, []);
await compare('JavaScript', await createNodeRunner(), 'javascript', nodePrograms, 40, [plainNode(20)]);
for (const language of ['python', 'javascript']) {
  console.log(`First verdict from a cold start, ${language}: ${(await firstVerdict(language)).toFixed(2)} s`);
}

async function compare(
  title: string,
  runner: Awaited<ReturnType<typeof createNodeRunner>>,
  language: 'python' | 'javascript',
  programs: readonly string[],
  programsPerRound: number,
  others: readonly (Contender | undefined)[],
): Promise<void> {
  const contenders = [ours(runner, language, programsPerRound), ...others.filter((other) => other !== undefined)];
  const measures = contenders.map(() => ({ programs: 0, wall: 0, time: 0 }));
  const memory: string[] = [];
  progress.start(title);
  try {
    // Started processes and filled caches belong to the cold start, which is measured by itself.
    await contenders[0]?.run(repeat(programs, programs.length * 2));
    for (let round = 1; round <= rounds; round++) {
      for (const [index, contender] of contenders.entries()) {
        progress.update(`round ${round} of ${rounds}, ${contender.name}`);
        const before = { wall: performance.now(), time: readUsage()?.time ?? Number.NaN };
        await contender.run(repeat(programs, contender.programsPerRound));
        const measure = measures[index];
        if (!measure) continue;
        measure.programs += contender.programsPerRound;
        measure.wall += performance.now() - before.wall;
        measure.time += (readUsage()?.time ?? Number.NaN) - before.time;
      }
      memory.push(`${Math.round((readUsage()?.memory ?? Number.NaN) / 1024 ** 2)} MB`);
    }
  } finally {
    await runner.close();
  }
  progress.done(`${rounds} rounds`);
  printTable(title, contenders, measures);
  console.log(`Memory of its processes after every ${programsPerRound} examples: ${memory.join(', ')}\n`);
}

/** So many programs, from the first one on, in turn. */
function repeat(programs: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => programs[index % programs.length] ?? '');
}

interface Measure {
  readonly programs: number;
  /** Milliseconds. */
  readonly wall: number;
  readonly time: number;
}

function printTable(title: string, contenders: readonly Contender[], measures: readonly Measure[]): void {
  const [own = { programs: 0, wall: 0, time: 0 }] = measures;
  const rows = contenders.map(({ name }, index) => {
    const { programs, wall, time } = measures[index] ?? own;
    const ratio = (each: number, ownEach: number): string =>
      `${(each / programs / (ownEach / own.programs)).toFixed(2)}×`;
    return [
      name,
      `${(wall / programs).toFixed(1)} ms`,
      `${((programs * 1000) / wall).toFixed(1)}/s`,
      ratio(wall, own.wall),
      `${(time / programs).toFixed(1)} ms`,
      ratio(time, own.time),
    ];
  });
  const table = [[title, 'wall each', 'examples', 'to ours', 'processor', 'to ours'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
}

/** Seconds from the start of a process until it has the verdict on its first example; the least of three. */
async function firstVerdict(language: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 3; count++) {
    const begin = performance.now();
    const script = join(import.meta.dirname, 'bench/first-verdict.ts');
    const child = spawn(findPinnedNode().path, [script, language], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [first] = await Promise.race([once(child.stdout, 'data'), once(child.stdout, 'end')]);
    if (!first) throw new Error('there was no verdict');
    times.push((performance.now() - begin) / 1000);
    if (child.exitCode === null) await once(child, 'exit');
  }
  return Math.min(...times);
}
