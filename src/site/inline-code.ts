import type { ElementContent } from 'hast';
import { textDirection } from '../article/direction.ts';
import { codeSentence, codeText, hasRightToLeft, isMostlyRightToLeft, visibleText } from './code-text.ts';
import { brokenName } from './long-names.ts';

/** What stands inside `<code>` within a sentence. */
export interface InlineCode {
  readonly dir: 'ltr' | 'rtl' | 'auto';
  readonly children: readonly ElementContent[];
}

/** Code within a sentence is left-to-right whatever stands around it, unless it is words of Arabic or Hebrew itself. */
export function inlineCode(text: string): InlineCode {
  if (!hasRightToLeft(text)) return { dir: 'ltr', children: brokenName(text) };
  if (isMostlyRightToLeft(text) && !marksOfCode.test(text))
    return { dir: textDirection(text) === 'rtl' ? 'auto' : 'rtl', children: visibleText(text) };
  return { dir: 'ltr', children: text.split(quoted).flatMap((part, index) => [...partNodes(part, index % 2 === 1)]) };
}

const marksOfCode = /[=<>[\]{}"'`;$&|\\]|\s[-+*/%]\s/;
const quoted = /("[^"]*"|'[^']*')/;

function partNodes(part: string, isString: boolean): readonly ElementContent[] {
  if (!isString) return codeText(part);
  return [...visibleText(part.slice(0, 1)), ...codeSentence(part.slice(1, -1)), ...visibleText(part.slice(-1))];
}
