import type { Element } from 'hast';
import type { Code, Root, RootContent } from 'mdast';
import { inertSentence } from '../../article/inert-text.ts';
import type { Problem } from '../../article/problem.ts';
import { element } from '../hast.ts';

declare module 'mdast' {
  interface CodeData {
    /** Set on a block of ours that stands for what its author should know of the next one. */
    readonly problems?: readonly Problem[];
  }
}

/** The tree with a block for the problems of each block of the article in front of that. */
export function withProblemNotes(tree: Root, problems: readonly Problem[]): Root {
  const lineOf = (node: RootContent | undefined): number => node?.position?.start.line ?? 0;
  const children = tree.children.flatMap((node, index) => {
    const next = tree.children[index + 1];
    const own = problems.filter(
      ({ position: { line } }) => (index === 0 || line >= lineOf(node)) && (!next || line < lineOf(next)),
    );
    const note: Code = { type: 'code', value: '', data: { problems: own } };
    return own.length > 0 ? [note, node] : [node];
  });
  return { ...tree, children };
}

export function problemNote(problems: readonly Problem[]): Element {
  const texts = problems.map((problem) =>
    element('p', { id: problemId(problem), className: [`problem-${problem.severity}`] }, [
      `${problem.position.line}:${problem.position.column} ${inertSentence(problem.message)} [${problem.rule}]`,
    ]),
  );
  return element('aside', { className: ['problem-note'], lang: 'en', dir: 'ltr' }, texts);
}

/** The anchor of a problem's text on the page of its article. */
export function problemId({ position: { line, column }, rule }: Problem): string {
  return `problem-${line}-${column}-${rule}`;
}
