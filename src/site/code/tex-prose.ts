import type { ElementContent } from 'hast';
import { textDirection } from '../../article/direction.ts';
import { codeText, isMostlyRightToLeft, sentenceParts } from '../direction/code-text.ts';
import { element } from '../hast.ts';

export function isTex(language: string): boolean {
  return language === 'tex' || language === 'latex';
}

/** A line of TeX that is a right-to-left sentence, its commands and formulas isolated in it; else undefined. */
export function texSentence(line: string): readonly ElementContent[] | undefined {
  if (textDirection(line) !== 'rtl' || !isMostlyRightToLeft(line.replace(commands, ' '))) return undefined;
  const parts = line.split(commands).flatMap((part, index) => {
    return index % 2 === 0 ? sentenceParts(part) : [element('bdi', { dir: 'ltr' }, codeText(part))];
  });
  return [element('bdi', { dir: 'rtl' }, parts)];
}

// `$E=mc^2$`, `\textbf{…}`
const commands = /(\$[^$]*\$|\\[a-zA-Z]+\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})*)/;
