import type { ElementContent } from 'hast';
import { textDirection } from '../../article/direction.ts';
import { codeWithStrings, hasRightToLeft, isMostlyRightToLeft, visibleText } from './code-text.ts';
import { brokenName } from './long-names.ts';

/** What stands inside `<code>` within a sentence. */
export interface InlineCode {
  readonly dir: 'ltr' | 'rtl' | 'auto';
  readonly children: readonly ElementContent[];
}

/**
 * Code within a sentence is left-to-right whatever stands around it, unless it is words of Arabic or Hebrew itself.
 *
 * @param isBreakable whether it may go on in the next line: browsers break at `<wbr>` even
 * where nothing may be wrapped
 */
export function inlineCode(text: string, isBreakable: boolean): InlineCode {
  if (!hasRightToLeft(text)) return { dir: 'ltr', children: isBreakable ? brokenName(text) : visibleText(text) };
  if (isMostlyRightToLeft(text) && !marksOfCode.test(text))
    return { dir: textDirection(text) === 'rtl' ? 'auto' : 'rtl', children: visibleText(text) };
  return { dir: 'ltr', children: codeWithStrings(text) };
}

// An operator, a bracket, a quote; a call, or a name of several parts: `احسب(أ, ب)`, `الطالب.الاسم`.
const marksOfCode =
  /[=<>[\]{}"'`;$&|\\]|\s[-+*/%]\s|^[\p{L}\p{M}\p{N}_.]+\([^()]*\)$|^[\p{L}\p{M}\p{N}_]+(?:\.[\p{L}\p{M}\p{N}_]+)+$/u;
