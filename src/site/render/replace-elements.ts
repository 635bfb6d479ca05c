import type { Element, Parents } from 'hast';

/**
 * Shows all elements of a tree, in document order.
 *
 * @param look may change the children of the parent; a number is the index of the next one to be shown, which leaves out all
 * that is below this one
 */
export function replaceElements(
  parent: Parents,
  look: (node: Element, index: number, parent: Parents) => number | undefined,
): void {
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index];
    const next = node?.type === 'element' ? look(node, index, parent) : undefined;
    if (next === undefined && node?.type === 'element') replaceElements(node, look);
    index = next ?? index + 1;
  }
}
