import type { Definition, Image, Link } from 'mdast';
import type { Article } from '../../article/article.ts';
import { referringNodes } from '../../article/referring-nodes.ts';
import { titleHeading } from '../../article/sections.ts';
import type { PageLinks } from '../render/finish-element.ts';
import { absoluteUrl } from '../site-address.ts';

/** File name of an article's Markdown beside its page. */
export const twinFile = 'index.md';

/**
 * An article's Markdown for programs that read it instead of the page: its text as it was written, without the header,
 * begun by its title, its links and pictures by whole addresses.
 */
export function markdownTwin({ source, tree, sections, title }: Article, links: PageLinks): string {
  const start = tree.children[0]?.position?.start.offset ?? source.length;
  const nodes = referringNodes(tree);
  const images = nodes.media.filter((node) => node.type === 'image');
  const edits = [...nodes.links, ...images].flatMap((node) => linkEdit(node, source, links) ?? []);
  let text = '';
  let from = start;
  for (const { at, length, url } of edits.toSorted((a, b) => a.at - b.at)) {
    if (at < from) continue;
    text += source.slice(from, at) + url;
    from = at + length;
  }
  text += source.slice(from);
  const hasTitle = titleHeading({ title, sections }) !== undefined || sections.some(({ depth }) => depth === 1);
  return `${hasTitle ? '' : `# ${title}\n\n`}${text.replace(/\r\n?/g, '\n').trimEnd()}\n`;
}

/** What is put in the place of an address in the source. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly url: string;
}

function linkEdit(node: Link | Definition | Image, source: string, links: PageLinks): Edit | undefined {
  const { url, position } = node;
  const href = node.type === 'image' ? links.media(url) : links.page(url);
  if (!position || href === undefined || href === url || href.startsWith('#')) return undefined;
  const written = source.slice(position.start.offset, position.end.offset);
  // Both the text of a link and its title may hold the address too; it stands between them.
  const last = node.title ? written.lastIndexOf(node.title) - url.length - 1 : written.length;
  const index = last < 0 ? -1 : written.lastIndexOf(url, last);
  if (index < 0) return undefined;
  return { at: (position.start.offset ?? 0) + index, length: url.length, url: absoluteUrl(href) };
}
