import type { Element, ElementContent } from 'hast';
import { element, textNode } from '../hast.ts';

/**
 * A paragraph whose further lines begin with a colon, as terms and their definitions (Markdown Extra, MkDocs, GitLab):
 *
 *     Term
 *     : Definition
 *
 * @param children of the paragraph
 * @returns undefined for any other paragraph
 */
export function definitionList(children: readonly ElementContent[]): Element | undefined {
  const [terms = [], ...definitions] = split(children, /\n(?=:[ \t])/);
  if (definitions.length === 0 || terms.length === 0) return undefined;
  return element('dl', {}, [
    ...split(terms, /\n/).map((term) => element('dt', {}, term)),
    ...definitions.map((definition) => element('dd', {}, withoutColon(definition))),
  ]);
}

/** The children in groups, parted where a text of theirs has the mark. */
function split(children: readonly ElementContent[], mark: RegExp): readonly (readonly ElementContent[])[] {
  const groups: ElementContent[][] = [[]];
  for (const child of children) {
    const parts = child.type === 'text' ? child.value.split(mark).map(textNode) : [child];
    for (const [index, part] of parts.entries()) {
      if (index > 0) groups.push([]);
      if (part.type !== 'text' || part.value !== '') groups.at(-1)?.push(part);
    }
  }
  return groups;
}

function withoutColon([first, ...rest]: readonly ElementContent[]): readonly ElementContent[] {
  return first?.type === 'text' ? [textNode(first.value.replace(/^:[ \t]+/, '')), ...rest] : [];
}
