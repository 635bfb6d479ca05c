import type { RunnerName } from '../article/article.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';
import { type EditTools, editTools } from './edit-tools.ts';
import { pageLabels } from './page-labels.ts';
import { programOf } from './program.ts';
import { RunTools } from './run-tools.ts';
import { prepareRunner } from './runners.ts';
import { loadToolStyles } from './tool-styles.ts';

/** An example that the reader has begun to use. */
export interface LiveExample {
  run(): Promise<void>;
  edit(): Promise<void>;
  /** Opens the editor with a program out of a link. It is not run: that is for the reader to decide. */
  openShared(code: string): Promise<void>;
}

/** One for every element, however often it is asked for. */
export function liveExample(element: HTMLElement): LiveExample {
  const known = examples.get(element) ?? create(element);
  examples.set(element, known);
  return known;
}

/** Loads what a run will need, if the connection is known to be fast and the reader does not save data. */
export function prepare(runner: RunnerName): void {
  const { connection } = navigator as { connection?: { saveData: boolean; effectiveType: string } };
  if (connection?.effectiveType === '4g' && !connection.saveData) prepareRunner(runner);
}

const examples = new WeakMap<HTMLElement, LiveExample>();

function create(element: HTMLElement): LiveExample {
  const tools = Promise.all([pageLabels(), loadToolStyles()]).then(([labels]) => toolsOf(element, labels.run));
  // The next use tries again.
  tools.catch(() => examples.delete(element));
  return {
    run: async () => (await tools).run.start(),
    edit: async () => (await tools).edit.open(),
    openShared: async (code) => (await tools).edit.openShared(code),
  };
}

function toolsOf(element: HTMLElement, labels: RunLabels): { run: RunTools; edit: EditTools } {
  const program = programOf(element, () => edit.editor());
  const run = new RunTools(element, program, labels);
  const edit = editTools(element, program, run, labels);
  return { run, edit };
}
