import type { Root } from 'mdast';
import { eachNode } from './each-node.ts';
import { positionOf } from './node-position.ts';
import type { Report } from './report.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/** Those that change the direction of what follows, and those that control a terminal. */
const hidden = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Reports the characters in code blocks and inline code that nobody sees, and by which code is shown as
 * another than it is: in another order than it runs in (Trojan Source, CVE-2021-42574), or written over by
 * what a terminal makes of it.
 */
export function reportHiddenCharacters(tree: Root, lines: SourceLines, report: Report): void {
  eachNode(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    const { start, end } = positionOf(node);
    for (const match of lines.source.slice(start.offset, end.offset).matchAll(hidden)) {
      report('hidden-character', positionAt(lines, start.offset + match.index), nameOf(match[0]));
    }
  });
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${names[code] ?? 'control character'})`;
}

const names: Readonly<Record<number, string>> = {
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
};
