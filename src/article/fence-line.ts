import type { Position } from './article.ts';
import { exampleLanguage } from './languages.ts';

/**
 * A word after a fence's language: `no_run`, `error=TypeError`, `title="two words"`,
 * `{1,3-5}`, `[main.py]`, `:main.py`.
 */
export interface FenceWord {
  /** As written, quotes included. */
  readonly text: string;
  /** What stands before `=`; for `{1,3-5}`, `[main.py]` and `:main.py` the whole word. */
  readonly name: string;
  /** What stands after `=`, without quotes. */
  readonly value?: string;
  readonly position: Position;
  /** Its quotes are never closed. */
  readonly open: boolean;
}

/**
 * Language and words of a fence, from its raw line: Markdown's own reading takes escapes and quotes out.
 * Words attached to the language as other tools write them (`js{1,3}`, `python,no_run`,
 * `js:main.js`) are words as well.
 *
 * @param line from the first character of the fence to the end of the line
 */
export function readFenceLine(
  line: string,
  position: Position,
): { readonly tag: string; readonly words: readonly FenceWord[] } {
  // Also spaces that Markdown takes for part of the language: nobody sees them.
  const info = /^(?:`+|~+)\s*/.exec(line)?.[0].length ?? 0;
  const { tag, words } = readBraces(line, info) ?? readNumbered(line, info) ?? readPlain(line, info);
  return { tag, words: words.map(({ text, at }) => readWord(text, moveBy(position, at))) };
}

interface RawFenceLine {
  readonly tag: string;
  readonly words: readonly RawWord[];
}

function readPlain(line: string, info: number): RawFenceLine {
  // A word in the place of the language (```` ``` file=x.csv ````) leaves the block without one.
  const tag = /^[^\s={,]+=/.test(line.slice(info)) ? '' : (/^[^\s{,]*/.exec(line.slice(info))?.[0] ?? '');
  const titled = /^[^:]+(?=:[^:])/.exec(tag)?.[0] ?? '';
  if (isRead(titled)) return { tag: titled, words: spacedWords(line, info + titled.length) };
  const behindTag = info + tag.length;
  const attached = line[behindTag] === ',' ? (/^\S*/.exec(line.slice(behindTag))?.[0] ?? '') : '';
  return { tag, words: [...commaWords(attached, behindTag), ...spacedWords(line, behindTag + attached.length)] };
}

/**
 * `{python}` as Quarto has it, `{.python #name .look}` as Pandoc has it; classes and names are for the page's
 * look.
 */
function readBraces(line: string, info: number): RawFenceLine | undefined {
  const [braces = '', before = '', tag = ''] = /^(\{\s*\.?)([\w-]+)(?=[\s,}])[^}]*\}/.exec(line.slice(info)) ?? [];
  if (!isRead(tag)) return undefined;
  const end = info + braces.length;
  const inside = line.slice(0, end - 1).replaceAll(',', ' ');
  const words = spacedWords(inside, info + before.length + tag.length).filter(({ text }) => !/^[.#]/.test(text));
  return { tag, words: [...words, ...spacedWords(line, end)] };
}

/** `python=` and `python=12` as HackMD has them: with numbers of lines. */
function readNumbered(line: string, info: number): RawFenceLine | undefined {
  const [start = '', tag = ''] = /^([\w-]+)=(?:\d+|\+)?(?=\s|$)/.exec(line.slice(info)) ?? [];
  return isRead(tag) ? { tag, words: spacedWords(line, info + start.length) } : undefined;
}

/** Whether the language is one of those that mean something here. */
function isRead(tag: string): boolean {
  return tag.toLowerCase() === 'output' || exampleLanguage(tag, '') !== undefined;
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
  const equals = /^[{[:]/.test(text) ? -1 : text.indexOf('=');
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
