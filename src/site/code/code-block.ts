import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../hast.ts';
import type { Labels } from '../locales/labels.ts';

/**
 * Highlighted lines as a block of code: always left-to-right, reached by the keyboard because it may be wider than its
 * column.
 */
export function codeBlock(
  lines: readonly (readonly ElementContent[])[],
  { label, marked = [] }: { readonly label: string; readonly marked?: readonly (readonly [number, number])[] },
): Element {
  const children = lines.flatMap((line, index): readonly ElementContent[] => {
    const isMarked = marked.some(([first, last]) => first <= index + 1 && index + 1 <= last);
    const ended = index < lines.length - 1 ? [...line, textNode('\n')] : line;
    // The line end stands inside, else it would be an empty line after the block-level span.
    return isMarked ? [element('span', { className: ['marked-line'] }, ended)] : ended;
  });
  return pre(children, label, ['code'], 'ltr');
}

/** Text that is no code: each line in its own direction, and wrapped if the columns of its lines do not matter. */
export function textBlock(
  lines: readonly (readonly ElementContent[])[],
  { label, aligned }: { readonly label: string; readonly aligned: boolean },
): Element {
  const children = lines.flatMap((line, index) => (index === 0 ? line : [textNode('\n'), ...line]));
  return pre(children, label, ['code', 'text', ...(aligned ? ['aligned'] : [])], 'auto');
}

function pre(children: readonly ElementContent[], label: string, className: string[], dir: string): Element {
  return element('pre', { className, dir, translate: 'no', tabIndex: 0, role: 'group', ariaLabel: label }, [
    element('code', {}, children),
  ]);
}

/** Stands directly after the block that it copies. */
export function copyButton({ copyCode }: Pick<Labels, 'copyCode'>): Element {
  return element('button', { type: 'button', className: ['copy'] }, [copyCode]);
}
