import type { Article, Example } from '../article/article.ts';
import { sourceLines } from '../article/source-lines.ts';
import { answerEdit } from './answer-edit.ts';
import { type Edit, newBlockEdit, outputEdit } from './output-edit.ts';
import type { Outcome } from './run-article.ts';

export interface WriteOptions {
  /** Also gives a block to examples that have none and print something. */
  readonly missing: boolean;
  /** Reads the article again with another text. */
  readonly parse: (source: string) => Article;
  /** Indices of examples to leave as they are. */
  readonly except: ReadonlySet<number>;
}

export interface WrittenOutputs {
  /** The article's text with the outputs in it. */
  readonly source: string;
  readonly written: readonly Example[];
  /**
   * Examples whose output no Markdown block can say: a lone carriage return, a hidden character, a line of nothing but
   * `...`
   */
  readonly unwritable: readonly Example[];
}

/**
 * Puts what was printed into the article: into `output` blocks that do not match and below prompts that were answered
 * otherwise, of each session the first. What matches, what failed in any other way and what varies from run to
 * run stays as it is, and so does every byte around the blocks.
 *
 * @param outcomes those of the article's own examples
 */
export function writeOutputs(
  article: Article,
  outcomes: readonly Outcome[],
  { missing, parse, except }: WriteOptions,
): WrittenOutputs {
  const written: Example[] = [];
  const unwritable: Example[] = [];
  let current = article;
  // From the end, so that the places of what is still to be written stay where they are.
  for (const outcome of outcomes.toSorted((a, b) => b.example.index - a.example.index)) {
    const { example } = outcome;
    const edit = except.has(example.index) ? undefined : editFor(article, outcome, missing);
    if (!edit) continue;
    const next = parse(current.source.slice(0, edit.start) + edit.text + current.source.slice(edit.end));
    if (saysThat(next, current, example, edit)) {
      current = next;
      written.unshift(example);
    } else {
      unwritable.unshift(example);
    }
  }
  return { source: current.source, written, unwritable };
}

function editFor(article: Article, { example, verdict, printed = '' }: Outcome, missing: boolean): Edit | undefined {
  const lines = sourceLines(article.source);
  const { difference } = verdict;
  if (verdict.kind === 'wrong-output' && example.expectedOutput?.kind === 'block' && difference) {
    return outputEdit(lines, example.expectedOutput, difference.received);
  }
  if (verdict.kind === 'doctest' && verdict.line !== undefined && difference) {
    return answerEdit(lines, example, verdict.line, difference);
  }
  const isNew = missing && !example.expectedOutput && example.form.kind !== 'doctest' && /[^\n]/.test(printed);
  const isRight = verdict.name === 'passed' && (verdict.kind === 'completed' || verdict.kind === 'expected-error');
  return isNew && isRight ? newBlockEdit(lines, example, printed) : undefined;
}

/**
 * Whether the article, read again, differs in nothing but what was meant to, and has no
 * problem that it did not have.
 */
function saysThat(next: Article, before: Article, { index }: Example, { says }: Edit): boolean {
  const texts = ({ examples }: Article) => examples.map(({ code, expectedOutput }) => [code, expectedOutput?.text]);
  const wanted = texts(before);
  const [code, output] = wanted[index] ?? [];
  wanted[index] = [says.code ?? code, says.output ?? output];
  if (!next.source.isWellFormed()) return false;
  return JSON.stringify(texts(next)) === JSON.stringify(wanted) && next.problems.length <= before.problems.length;
}
