import type { RunnerName } from '../article/article.ts';
import type { Labels } from '../site/locales/labels.ts';
import { type EditTools, editTools } from './edit-tools.ts';
import { OutputPanel } from './output-panel.ts';
import { pageLabels } from './page-labels.ts';
import { programOf } from './program.ts';
import { part } from './run-controls.ts';
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
  const tools = Promise.all([pageLabels(), loadToolStyles()]).then(([labels]) => toolsOf(element, labels));
  // The next use tries again.
  tools.catch(() => examples.delete(element));
  return {
    run: async () => (await tools).run.start(),
    edit: async () => (await tools).edit.open(),
    openShared: async (code) => (await tools).edit.openShared(code),
  };
}

function toolsOf(element: HTMLElement, labels: Labels): { run: RunTools; edit: EditTools } {
  const program = programOf(element, () => edit.editor());
  const [panel, text] = [part(element, '.example-output'), part(element, '.example-output-text')];
  const run = new RunTools(element, program, new OutputPanel(panel, text, labels.example.cut), labels.run);
  const edit = editTools(element, program, run, labels.run);
  return { run, edit };
}
