import { relative } from 'node:path';
import { inertSentence, inertText } from '../article/inert-text.ts';
import type { Problem } from '../article/problem.ts';
import { slashPath } from '../content/slash-path.ts';
import { acceptHint } from '../examples/verdict-texts.ts';

/**
 * A failure that lies in an article: its stack is the place in the Markdown, which Vitest prints as a code frame and
 * annotates; what was expected and what came, where that is the failure, is what Vitest prints as a diff.
 */
export class ArticleError extends Error {
  override name = 'ArticleError';
  readonly expected?: string;
  readonly actual?: string;
  /**
   * Marking single letters would part those of an Arabic word, which join; so whole lines are
   * shown, coloured by Vitest.
   */
  readonly diffOptions = { changeColor: (text: string): string => text };

  /** @param file absolute path of the article */
  constructor(file: string, { position, message, rule, difference }: Problem, updateCommand: string) {
    const told = [`${inertSentence(message)} [${rule}]`];
    if (difference) told.push(acceptHint(slashPath(relative(process.cwd(), file)), updateCommand));
    super(told.join('\n'));
    this.stack = `${this.name}: ${this.message}\n    at ${file}:${position.line}:${position.column}`;
    if (!difference) return;
    // Of texts of one line, Vitest marks single letters whatever the options.
    this.expected = `${inertText(difference.expected)}\n`;
    // A block does not say the last line end.
    this.actual = `${inertText(difference.received.replace(/\n$/, ''))}\n`;
  }
}
