import type { ElementContent } from 'hast';
import { textDirection } from '../../article/direction.ts';
import { element } from '../hast.ts';
import { codeSentence, codeWithStrings, hasRightToLeft, sentenceParts, visibleText } from './code-text.ts';
import { pointedLines } from './pointed-lines.ts';

/**
 * The lines of a text that a program printed. A sentence has its own direction; a value as Python or JavaScript
 * writes it (`{3: ['تمر']}`) is code, on one line or on several, and within a right-to-left sentence, too.
 */
export function printedLines(text: string): readonly (readonly ElementContent[])[] {
  const lines = text.split('\n');
  if (!hasRightToLeft(text)) return lines.map(visibleText);
  const result: (readonly ElementContent[])[] = [];
  while (result.length < lines.length) {
    const count = linesOfValue(lines, result.length);
    for (const line of lines.slice(result.length, result.length + count)) result.push(codeLine(line));
    const line = lines[result.length];
    if (count === 0 && line !== undefined) {
      const [before = '', behind = ''] = [lines[result.length - 1], lines[result.length + 1]];
      const isCode = isValue(line) || tracedFile.test(before) || (/^\s*\S+$/.test(line) && /^\s*[├└]/.test(behind));
      result.push(isCode ? codeLine(line) : sentence(line));
    }
  }
  return pointedLines(lines, result);
}

/**
 * What stands behind it in a traceback is a line of the program; before a tree of files
 * stands the name of its folder.
 */
const tracedFile = /^ *File "[^"]*", line \d+/;

/** The same lines with the ends between them. */
export function printedText(text: string): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return visibleText(text);
  return printedLines(text).flatMap((line, index) => (index === 0 ? line : [...visibleText('\n'), ...line]));
}

function codeLine(line: string): readonly ElementContent[] {
  if (!hasRightToLeft(line)) return visibleText(line);
  const [, before = '', said = ''] = commented.exec(line) ?? [];
  return leftToRightLine(
    said === '' ? codeWithStrings(line) : [...codeWithStrings(before), ...codeSentence(said)],
    line,
  );
}

/**
 * The style begins it with a mark: Chromium takes the side of a line from its first letter, isolated or not.
 *
 * @param start what it begins with
 */
function leftToRightLine(nodes: readonly ElementContent[], start = ''): readonly ElementContent[] {
  return textDirection(start) === 'ltr' ? nodes : [element('span', { className: ['ltr'] }, nodes)];
}

/** `├── contracts/  # أنواع مشتركة`: what stands in a line of a tree of files, and what is said of it. */
const commented = /^(.*\s(?:#|\/\/|<-|←)\s+)(?=[^\w"']*[\p{Script=Arabic}\p{Script=Hebrew}])(.*)$/u;

/** The arguments of a command are as many words, and no phrase. */
function command(line: string): readonly ElementContent[] {
  const words = line.split(/(?<=\s)(?=[^\s"']+(?:\s|$))/u);
  return leftToRightLine(words.flatMap(codeWithStrings), line);
}

function sentence(line: string): readonly ElementContent[] {
  if (!hasRightToLeft(line)) return visibleText(line);
  if (prompt.test(line)) return command(line);
  if (textDirection(line) === 'rtl') return withValues(line);
  const [, name = '', said = ''] = message.exec(line) ?? logged.exec(line) ?? [];
  if (said !== '') return leftToRightLine([...visibleText(name), ...codeSentence(said)], name);
  return commented.test(line) ? codeLine(line) : codeWithStrings(line);
}

/** `ValueError: القيمة غير صالحة.`: a name in Latin letters, and what is said of it. */
const message = /^([\w.[\]() -]+: )(?=[^\w"'[{(]*[\p{Script=Arabic}\p{Script=Hebrew}])((?!.*[a-z_]\w*\s*[:=]).*)$/iu;

/** `2026-11-28 10:30:00 ERROR فشل الاتصال (1).`, `a1b2c3d أصلح خطأ`: marks of a log, and what it says. */
const logged =
  /^((?:(?:\d[\d:.,/a-fTZ+-]*|\[[\w:./ -]*\]|[A-Z]{3,}:?|[a-f][\da-f]{6,39})\s+)+)(?=[\p{Script=Arabic}\p{Script=Hebrew}])(.*)$/u;

/** A right-to-left sentence in which values may stand: `القائمة: ['تمر', 'لبن']`. */
function withValues(line: string): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  let from = 0;
  let others = 0;
  for (const { index } of line.matchAll(/[[{(]/g)) {
    if (index < from) continue;
    const end = closingOf(line, index);
    if (end === undefined || !/["']/.test(line.slice(index, end))) {
      others++;
      if (others > mostOthers) break;
      continue;
    }
    nodes.push(
      ...sentenceParts(line.slice(from, index)),
      element('bdi', { dir: 'ltr' }, codeWithStrings(line.slice(index, end))),
    );
    from = end;
  }
  return [...nodes, ...sentenceParts(line.slice(from))];
}

/** Brackets of a line that begin no value: each is followed to its end. */
const mostOthers = 200;

/** `$ ls`, `user@host:~/x$ ls`, `PS C:\\> dir` */
const prompt = /^(?:\S*[\w~/:\p{L}])?(?:[$%❯] |> (?=\w))/u;

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/**
 * Whether a line is a value, or pairs of values: what it says right-to-left stands in
 * quotes, or all of it in braces.
 */
function isValue(line: string): boolean {
  const trimmed = line.trim();
  // A row of a table that is drawn with lines.
  if (/^[\u2500-\u259f]/u.test(trimmed)) return true;
  if (trimmed.startsWith('{') && closingOf(trimmed, 0) === trimmed.length) return true;
  const outside = trimmed.replace(quoted, '');
  return outside !== trimmed && /^["'[{(\d]/.test(trimmed) && !hasRightToLeft(outside) && !/^\d+[.)]\s/.test(trimmed);
}

/**
 * Number of lines, from one on, that a bracketed value takes up; 0 if there is none, or it
 * ends on the line it begins on.
 */
function linesOfValue(lines: readonly string[], first: number): number {
  const start = lines[first] ?? '';
  if (!/^\s*[[{(]/.test(start) && !/[[{(]\s*$/.test(start)) return 0;
  if (textDirection(start.replace(quoted, '')) === 'rtl' && !/^\s*\{/.test(start)) return 0;
  let depth = 0;
  for (const [index, line] of lines.slice(first, first + longestValue).entries()) {
    depth += depthOf(line);
    if (depth <= 0) return depth === 0 && index > 0 ? index + 1 : 0;
  }
  return 0;
}

/** Lines; a bracket that is closed later than that was none of a value. */
const longestValue = 200;

function depthOf(line: string): number {
  const outside = line.replace(quoted, '');
  return (outside.match(/[[{(]/g) ?? []).length - (outside.match(/[\]})]/g) ?? []).length;
}

/** The place after the bracket that closes the one at a place. */
function closingOf(text: string, start: number): number | undefined {
  let depth = 0;
  const outside = text.slice(start).replace(quoted, (string) => ' '.repeat(string.length));
  for (const { 0: bracket, index } of outside.matchAll(/[[\]{}()]/g)) {
    depth += '[{('.includes(bracket) ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}
