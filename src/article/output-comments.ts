import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import type { Language } from './article.ts';

/** A line of code that says what is printed. */
export interface OutputComment {
  /** 0-based line of the code. */
  readonly line: number;
  /** What stands after the mark and the one space that may follow it. */
  readonly text: string;
}

/**
 * The lines that are comments and begin, after nothing but indentation, with `#>` or `//>`. The same characters
 * inside a string, a template or another comment are none, which only a parser can tell.
 */
export function outputComments(code: string, language: Language): readonly OutputComment[] {
  const { mark, parser } = syntaxes[language];
  // Hardly any example has one.
  if (!mark.test(code)) return [];
  const comments: OutputComment[] = [];
  parser.parse(code).iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'Comment' && name !== 'LineComment') return;
      const start = code.lastIndexOf('\n', from - 1) + 1;
      const text = mark.exec(code.slice(start, to))?.[1];
      if (text !== undefined) comments.push({ line: code.slice(0, start).split('\n').length - 1, text });
    },
  });
  return comments;
}

const script = /^[ \t]*\/\/>(?!>) ?(.*)$/m;
const syntaxes: Readonly<Record<Language, { readonly mark: RegExp; readonly parser: typeof python }>> = {
  python: { mark: /^[ \t]*#>(?!>) ?(.*)$/m, parser: python },
  javascript: { mark: script, parser: javascript },
  typescript: { mark: script, parser: javascript.configure({ dialect: 'ts' }) },
};
