import type { RunnerName } from '../article/article.ts';
import type { Step, UncaughtError } from '../examples/runner.ts';
import { type PageStep, wholeStep } from '../site/render/page-step.ts';
import type { CodeEditor } from './code-editor.ts';

/** The program of an example: as the article has it, or as the reader has edited it. */
export interface Program {
  readonly original: string;
  /** The text now. */
  text(): string;
  isEdited(): boolean;
  /** What a run consists of, or the error that it would begin and end with. */
  steps(): Promise<readonly Step[] | UncaughtError>;
  readonly editor: CodeEditor | undefined;
}

/** @param example element that `src/site/render/example-figure.ts` writes */
export function programOf(example: HTMLElement, editor: () => CodeEditor | undefined): Program {
  const world = example.querySelector('.example-world');
  const stepsNow = (): readonly Step[] => {
    const { steps } = JSON.parse(world?.textContent ?? '') as { steps: readonly PageStep[] };
    return steps.map((step) => wholeStep(step, example.dataset['runner'] as RunnerName, codeOf(step, example)));
  };
  // Its types are gone from what is run as the article has it.
  const isTypeScript = example.dataset['language'] === 'typescript';
  const original = (): string => (isTypeScript ? shownIn(example) : (stepsNow().at(-1)?.code ?? ''));
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
    async steps() {
      const steps = stepsNow();
      const last = steps.at(-1);
      if (!last || text() === original()) return steps;
      const code = isTypeScript ? await (await import('./strip-types.ts')).stripTypes(text()) : text();
      return typeof code === 'string' ? [...steps.slice(0, -1), { ...last, code }] : code;
    },
  };
}

function codeOf({ code }: PageStep, example: HTMLElement): string {
  if (typeof code === 'string') return code;
  return shownIn(code === undefined ? example : document.getElementById(`Example-${code}`));
}

function shownIn(example: HTMLElement | null): string {
  return example?.querySelector('pre.code')?.textContent ?? '';
}
