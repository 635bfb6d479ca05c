import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Article } from '../../article/article.ts';
import { element } from '../hast.ts';

/**
 * Makes the text of every heading a link to its section, in place: so the link is named by the heading, and the heading by
 * nothing but its own words. A heading of level 1, an empty one, and one with a link of its author's in it stay as they are.
 */
export function linkHeadings(tree: Root, { sections }: Pick<Article, 'sections'>): void {
  const ids = new Set(sections.filter(({ depth }) => depth > 1).map(({ id }) => id));
  visit(tree, 'element', (heading) => {
    if (!/^h[2-6]$/.test(heading.tagName)) return undefined;
    const id = String(heading.properties['id']);
    if (ids.has(id) && heading.children.length > 0 && !hasLink(heading))
      heading.children = [element('a', { className: ['anchor'], href: `#${id}` }, heading.children)];
    return SKIP;
  });
}

function hasLink({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'a' || hasLink(child)));
}
