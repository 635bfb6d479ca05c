import type { ElementContent } from 'hast';
import { codeSentence, isMostlyRightToLeft, sentenceParts, visibleText } from '../direction/code-text.ts';
import { element } from '../hast.ts';

export function isMarkdown(language: string): boolean {
  return language === 'markdown' || language === 'md';
}

/**
 * The lines of Markdown, 0-based, that are right-to-left sentences. The signs in them are read in the direction
 * of their words; what stands in a header, in a block of code or in HTML is code.
 */
export function proseLines(lines: readonly string[]): ReadonlySet<number> {
  const prose = new Set<number>();
  let fence = /^---\s*$/.test(lines[0] ?? '') ? '---' : '';
  for (const [index, line] of lines.entries()) {
    const [, mark = ''] = /^\s*(?:>\s*)?(`{3,}|~{3,}|---\s*$|<!--)/.exec(line) ?? [];
    if (fence) {
      if (index > 0 && (fence === '<!--' ? line.includes('-->') : mark.startsWith(fence))) fence = '';
    } else if (mark.startsWith('`') || mark.startsWith('~')) fence = mark;
    else if (mark === '<!--') fence = line.includes('-->') ? '' : mark;
    else if (!/^\s*</.test(line) && isMostlyRightToLeft(line.replace(marksOfCode, ' '))) prose.add(index);
  }
  return prose;
}

/**
 * Such a line, in which code and addresses are left-to-right. Its block takes the direction of a line from its first
 * letter, so a name that it begins with stands apart.
 */
export function proseLine(line: string): readonly ElementContent[] {
  const [, signs = '', name = '', rest = line] = leadingName.exec(line) ?? [];
  const nodes = rest.split(marksOfCode).flatMap((part, index): readonly ElementContent[] => {
    if (index % 2 === 0) return sentenceParts(part);
    if (!part.startsWith('`')) return [element('bdi', { dir: 'ltr' }, visibleText(part))];
    const [, ticks = '', code = ''] = /^(`+)(.*?)\1$/.exec(part) ?? [];
    const children = [...visibleText(ticks), ...codeSentence(code), ...visibleText(ticks)];
    return [element('bdi', { className: ['s'], dir: 'ltr' }, children)];
  });
  return [...visibleText(signs), ...(name === '' ? [] : [element('bdi', { dir: 'ltr' }, visibleText(name))]), ...nodes];
}

const leadingName =
  /^([^\p{L}`]*)((?=\p{Script=Latin})[^\p{Script=Arabic}\p{Script=Hebrew}`]*?)(\s*[\p{Script=Arabic}\p{Script=Hebrew}`].*)$/u;

// A code span; the address of a link.
const marksOfCode = /(`[^`]+`|(?<=\]\()[^()\s]+(?=\)))/;
