import type { Element, Root } from 'hast';
import type { Article } from '../../article/article.ts';
import { eachNode } from '../../article/each-node.ts';
import { element } from '../hast.ts';

/**
 * Makes the text of every heading a link to its section, in place: so the link is named by the heading,
 * and the heading by nothing but its own words. One with a link of its author's in it gets a sign behind
 * it instead, which is for the pointer only: it has no name of its own. A heading of level 1 and an
 * empty one stay as they are.
 */
export function linkHeadings(tree: Root, { sections }: Pick<Article, 'sections'>): void {
  const ids = new Set(sections.filter(({ depth }) => depth > 1).map(({ id }) => id));
  eachNode(tree, (heading) => {
    if (heading.type !== 'element' || !/^h[2-6]$/.test(heading.tagName)) return;
    const id = String(heading.properties['id']);
    if (!ids.has(id) || heading.children.length === 0) return false;
    const link = { className: ['anchor'], href: `#${id}` };
    if (hasLink(heading)) heading.children.push(element('a', { ...link, ariaHidden: 'true', tabIndex: -1 }, []));
    else heading.children = [element('a', link, heading.children)];
    return false;
  });
}

function hasLink({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'a' || hasLink(child)));
}
