import type { Article } from '../../article/article.ts';
import type { Reference } from '../../article/references.ts';
import { titleHeading } from '../../article/sections.ts';
import type { PageLinks } from '../render/finish-element.ts';
import { absoluteUrl } from '../site-address.ts';

/** File name of an article's Markdown beside its page. */
export const twinFile = 'index.md';

/**
 * An article's Markdown for programs that read it instead of the page: its text as it was written, without the header,
 * begun by its title, its links and pictures by whole addresses.
 */
export function markdownTwin({ source, begin, sections, references, title }: Article, links: PageLinks): string {
  const edits = [
    ...references.links.flatMap((link) => addressEdit(link, links.page(link.url), source) ?? []),
    ...references.images.flatMap((image) => addressEdit(image, links.media(image.url), source) ?? []),
  ];
  let text = '';
  let from = begin;
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

/** @param href where it leads on the site */
function addressEdit(
  { url, title, start, end }: Reference,
  href: string | undefined,
  source: string,
): Edit | undefined {
  if (href === undefined || href === url || href.startsWith('#')) return undefined;
  const written = source.slice(start.offset, end.offset);
  // Both the text of a link and its title may hold the address too; it stands between them.
  const last = title ? written.lastIndexOf(title) - url.length - 1 : written.length;
  const index = last < 0 ? -1 : written.lastIndexOf(url, last);
  if (index < 0) return undefined;
  return { at: start.offset + index, length: url.length, url: absoluteUrl(href) };
}
