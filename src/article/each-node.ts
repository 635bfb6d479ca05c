import type { Nodes as HtmlNode } from 'hast';
import type { Nodes as MarkdownNode } from 'mdast';

/**
 * Calls `look` for a node and all below it, in document order. By hand, which takes a tenth of the time of a general
 * visitor.
 *
 * @param look may change the node, but not the list that it stands in; where it returns false,
 * nothing below is looked at
 */
export function eachNode(tree: MarkdownNode, look: Look<MarkdownNode>): void;
export function eachNode(tree: HtmlNode, look: Look<HtmlNode>): void;
export function eachNode(tree: HtmlNode | MarkdownNode, look: Look<never>): void {
  walk(tree as Tree, look as Look<Tree>, undefined);
}

type Look<Node> = (node: Node, parent: Node | undefined) => unknown;

interface Tree {
  readonly children?: readonly Tree[];
}

function walk(node: Tree, look: Look<Tree>, parent: Tree | undefined): void {
  if (look(node, parent) === false || !node.children) return;
  for (const child of node.children) walk(child, look, node);
}
