import type { Position } from './article.ts';

/** A word after a fence's language: `no_run`, `error=TypeError`, `title="two words"`, `{1,3-5}`, `[main.py]`. */
export interface FenceWord {
  /** As written, quotes included. */
  readonly text: string;
  /** What stands before `=`; for `{1,3-5}` and `[main.py]` the whole word. */
  readonly name: string;
  /** What stands after `=`, without quotes. */
  readonly value?: string;
  readonly position: Position;
  /** Its quotes are never closed. */
  readonly open: boolean;
}

/**
 * Language and words of a fence, from its raw line: Markdown's own reading takes escapes and quotes out.
 * Words attached to the language as other tools write them (`js{1,3}`, `python,no_run`) are words as well.
 *
 * @param line from the first character of the fence to the end of the line
 */
export function readFenceLine(
  line: string,
  position: Position,
): { readonly tag: string; readonly words: readonly FenceWord[] } {
  const info = /^(?:`+|~+)[ \t]*/.exec(line)?.[0].length ?? 0;
  // A word in the place of the language (```` ``` file=x.csv ````) leaves the block without one.
  const tag = /^[^\s={,]+=/.test(line.slice(info)) ? '' : (/^[^\s{,]*/.exec(line.slice(info))?.[0] ?? '');
  const behindTag = info + tag.length;
  const attached = line[behindTag] === ',' ? (/^\S*/.exec(line.slice(behindTag))?.[0] ?? '') : '';
  const words = [...commaWords(attached, behindTag), ...spacedWords(line, behindTag + attached.length)];
  return { tag, words: words.map(({ text, at }) => readWord(text, moveBy(position, at))) };
}

interface RawWord {
  readonly text: string;
  /** Offset in the line. */
  readonly at: number;
}

function commaWords(text: string, at: number): readonly RawWord[] {
  return Array.from(text.matchAll(/[^,]+/g), (match) => ({ text: match[0], at: at + match.index }));
}

/** Words stand between blanks; blanks inside braces and quotes belong to their word. */
function spacedWords(line: string, from: number): readonly RawWord[] {
  const word = /\{[^}]*\}|\[[^\]]*\]|(?:[^\s"'=]+=)(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)|\S+/g;
  word.lastIndex = from;
  return Array.from(line.matchAll(word), (match) => ({ text: match[0], at: match.index }));
}

function readWord(text: string, position: Position): FenceWord {
  const equals = /^[{[]/.test(text) ? -1 : text.indexOf('=');
  if (equals === -1) return { text, name: text, position, open: false };
  const name = text.slice(0, equals);
  const raw = text.slice(equals + 1);
  const quote = /^["']/.exec(raw)?.[0];
  if (quote === undefined) return { text, name, value: raw, position, open: false };
  const closed = quote === '"' ? /^"(?:[^"\\]|\\.)*"$/.test(raw) : /^'[^']*'$/.test(raw);
  const inner = raw.slice(1, closed ? -1 : undefined);
  return { text, name, value: quote === '"' ? replaceEscapes(inner) : inner, position, open: !closed };
}

/** `\n`, `\t`, `\"` and `\\`; any other backslash is itself. */
function replaceEscapes(text: string): string {
  return text.replace(/\\([nt"\\])/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
}

function moveBy({ line, column, offset }: Position, by: number): Position {
  return { line, column: column + by, offset: offset + by };
}
