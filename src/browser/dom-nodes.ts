import type { ElementContent } from 'hast';

/**
 * Nodes of the page for nodes that `src/site` makes: text, and elements with a direction or
 * a name to show, or hidden.
 */
export function domNodes(nodes: readonly ElementContent[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node.type === 'text') return [document.createTextNode(node.value)];
    if (node.type !== 'element') return [];
    const { className, dir, dataName, hidden, title } = node.properties;
    const made = document.createElement(node.tagName);
    if (Array.isArray(className)) made.className = className.join(' ');
    if (typeof dir === 'string') made.dir = dir;
    if (hidden === true) made.hidden = true;
    if (typeof dataName === 'string') made.dataset['name'] = dataName;
    if (typeof title === 'string') made.title = title;
    made.append(...domNodes(node.children));
    return [made];
  });
}
