import type { ElementContent } from 'hast';
import { element, textNode } from '../hast.ts';
import { hasRightToLeft } from './code-text.ts';

/**
 * Lines of which a traceback points at a part (` ^^^^`). Right-to-left letters are as wide as they are, not as
 * wide as a caret, and may run the other way: what is pointed at behind them is underlined, and the line of
 * carets hidden with its line end.
 *
 * @param nodes of each line
 */
export function pointedLines(
  lines: readonly string[],
  nodes: readonly (readonly ElementContent[])[],
): readonly (readonly ElementContent[])[] {
  return nodes.flatMap((line, index) => {
    if (pointerTo(lines[index - 1], lines[index])) return [];
    const [from, to] = pointerTo(lines[index], lines[index + 1]) ?? [];
    if (from === undefined || to === undefined) return [line];
    const isBehind = from >= (lines[index] ?? '').length;
    const pointed = isBehind ? [...line, element('u', {}, [' '])] : underlined(line, { from, to }).nodes;
    return [[...pointed, element('span', { hidden: true }, [`\n${lines[index + 1]}`])]];
  });
}

function pointerTo(line = '', carets = ''): readonly [from: number, to: number] | undefined {
  const [all, before] = /^(\s*)[~^]*\^[~^]*/.exec(carets) ?? [];
  if (all === undefined || before === undefined || carets.trim() !== all.trim()) return undefined;
  return hasRightToLeft(line.slice(0, all.length)) ? [before.length, all.length] : undefined;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The nodes with what stands from one place up to another underlined, and the length of their text. */
function underlined(
  nodes: readonly ElementContent[],
  { from, to }: Stretch,
): { nodes: ElementContent[]; length: number } {
  let length = 0;
  const result = nodes.flatMap((node): readonly ElementContent[] => {
    const inNode = { from: from - length, to: to - length };
    if (node.type === 'element') {
      const inside = underlined(node.children, inNode);
      // A character that nobody sees is shown by its name.
      length += node.properties['dataName'] === undefined ? inside.length : 1;
      return [{ ...node, children: inside.nodes }];
    }
    if (node.type !== 'text') return [node];
    const { value } = node;
    length += value.length;
    const [start, end] = [Math.max(0, inNode.from), Math.max(0, inNode.to)];
    const parts = [
      textNode(value.slice(0, start)),
      element('u', {}, [value.slice(start, end)]),
      textNode(value.slice(end)),
    ];
    return parts.filter(hasText);
  });
  return { nodes: result, length };
}

function hasText(node: ElementContent): boolean {
  return node.type === 'text' ? node.value !== '' : node.type === 'element' && node.children.some(hasText);
}
