import type { Problem } from '../article/problem.ts';

/** A failure that lies in an article: its stack is the place in the Markdown, which Vitest prints as a code frame. */
export class ArticleError extends Error {
  override name = 'ArticleError';

  constructor(message: string, file: string, { position, rule }: Pick<Problem, 'position' | 'rule'>) {
    super(`${message} [${rule}]`);
    this.stack = `${this.name}: ${this.message}\n    at ${file}:${position.line}:${position.column}`;
  }
}
