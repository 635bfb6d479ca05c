import type { Step } from '../examples/runner.ts';
import type { PageStep } from '../site/page-step.ts';
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

/** @param world element with the JSON that `src/site/example-figure.ts` writes */
export function programOf(world: Element | null, editor: () => CodeEditor | undefined): Program {
  const stepsNow = (): readonly Step[] => {
    const { steps } = JSON.parse(world?.textContent ?? '') as { steps: readonly PageStep[] };
    return steps.map((step) => ({ ...step, code: typeof step.code === 'number' ? shownCode(step.code) : step.code }));
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

function shownCode(example: number): string {
  return document.querySelector(`#example-${example} pre.code`)?.textContent ?? '';
}
