import type { RunnerName } from '../article/article.ts';
import type { Step } from '../examples/runner.ts';
import { type PageStep, wholeStep } from '../site/page-step.ts';
import type { CodeEditor } from './code-editor.ts';

/** The program of an example: as the article has it, or as the reader has edited it. */
export interface Program {
  readonly original: string;
  /** The text now. */
  text(): string;
  isEdited(): boolean;
  /** What a run consists of. */
  steps(): readonly Step[];
  readonly editor: CodeEditor | undefined;
}

/** @param example element that `src/site/example-figure.ts` writes */
export function programOf(example: HTMLElement, editor: () => CodeEditor | undefined): Program {
  const world = example.querySelector('.example-world');
  const stepsNow = (): readonly Step[] => {
    const { steps } = JSON.parse(world?.textContent ?? '') as { steps: readonly PageStep[] };
    return steps.map((step) => wholeStep(step, example.dataset['runner'] as RunnerName, codeOf(step, example)));
  };
  const original = (): string => stepsNow().at(-1)?.code ?? '';
  const text = (): string => editor()?.text() ?? original();
  return {
    get original() {
      return original();
    },
    get editor() {
      return editor();
    },
    text,
    isEdited: () => text() !== original(),
    steps: () => stepsNow().map((step, index, all) => (index === all.length - 1 ? { ...step, code: text() } : step)),
  };
}

function codeOf({ code }: PageStep, example: HTMLElement): string {
  if (typeof code === 'string') return code;
  const shown = code === undefined ? example : document.getElementById(`example-${code}`);
  return shown?.querySelector('pre.code')?.textContent ?? '';
}
