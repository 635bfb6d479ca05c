import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { RunResult, Step, World } from '../../examples/runner.ts';
import type { RealRunner } from '../caching-runner.ts';
import { limitConcurrency } from '../limit-concurrency.ts';
import { findPinnedNode, nodeInterpreter, type PinnedNode } from '../pinned-node.ts';
import { type Children, guardChildren } from './children.ts';
import { readResults } from './read-results.ts';
import { mainFile, type StepSource, type Task } from './world/protocol.ts';
import { layWorldCode } from './world-code.ts';
import { createWorldFolders, type WorldFolders } from './world-folders.ts';
import { runWorldProcess } from './world-process.ts';

export interface NodeRunnerOptions {
  /** Processes that run at the same time; as many as the machine has cores. */
  readonly concurrency?: number;
}

/**
 * Runs JavaScript and TypeScript in the pinned Node, every world in a process of its own that has no right to anything
 * but a working folder (see `world/boot.ts` for what it sees instead).
 *
 * @throws if the pinned Node is not installed.
 */
export async function createNodeRunner(options: NodeRunnerOptions = {}): Promise<RealRunner> {
  const node = findPinnedNode();
  const folders = createWorldFolders();
  const children = guardChildren();
  const inTurn = limitConcurrency(options.concurrency ?? availableParallelism());
  const removeEverything = (): void => {
    children.close();
    folders.removeAll();
  };
  process.once('exit', removeEverything);
  await layWorldCode(folders, node);
  let isClosed = false;
  return {
    name: 'node',
    interpreter: nodeInterpreter(),
    complete: true,
    run: async (world) => {
      if (isClosed) throw new Error('The Node runner is closed');
      return inTurn(() => runWorld(world, node, folders, children));
    },
    close: async () => {
      isClosed = true;
      process.off('exit', removeEverything);
      removeEverything();
    },
  };
}

async function runWorld(
  { steps, seed }: World,
  node: PinnedNode,
  folders: WorldFolders,
  children: Children,
): Promise<readonly RunResult[]> {
  if (steps.length === 0) return [];
  const folder = folders.create();
  try {
    const task = taskOf(steps);
    writeFileSync(folder.stdinFile, steps.map(({ stdin }) => stdin ?? '').join(''));
    if (task.kind === 'session') folder.lay('example.cjs', '');
    else {
      for (const { name, text } of task.step.files) folder.lay(name, text);
      folder.lay(mainFile(task.step).split('/').at(-1) ?? '', `${task.step.code}\n`);
    }
    const limits = steps.map((step) => step.limits);
    const begin = performance.now();
    const end = await runWorldProcess({ node: node.path, folders, folder, seed, task, limits }, children);
    return readResults(end, steps, performance.now() - begin);
  } finally {
    folder.remove();
  }
}

/** A single program is run by Node itself; only programs that share a world need the session's way. */
function taskOf(steps: readonly Step[]): Task {
  const [first, ...others] = steps.map(sourceOf);
  if (!first) throw new Error('a world without steps');
  if (others.length > 0) return { kind: 'session', steps: [first, ...others] };
  return { kind: first.parseOnly ? 'parse' : 'run', step: first };
}

function sourceOf({ code, language, form, parseOnly, files }: Step): StepSource {
  const system = form.kind === 'module' ? form.system : 'detect';
  return { code, typescript: language === 'typescript', system, parseOnly, files };
}
