import type { RootContent } from 'mdast';

/** The node without the links in it. */
export function withoutLinks(node: RootContent): RootContent {
  if (!('children' in node)) return node;
  const own = (node.children as RootContent[]).filter(({ type }) => type !== 'link' && type !== 'linkReference');
  return { ...node, children: own.map(withoutLinks) } as RootContent;
}
