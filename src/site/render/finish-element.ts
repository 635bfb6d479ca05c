import type { Element, Parents } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Article } from '../../article/article.ts';
import { decodeUrl } from '../../article/decode-url.ts';
import { type Direction, languageDirection } from '../../article/direction.ts';
import { inlineCode } from '../direction/inline-code.ts';
import { otherDirection } from '../direction/other-direction.ts';
import { element, textNode } from '../hast.ts';
import type { Labels } from '../locales/labels.ts';
import { alertOf } from './alert.ts';

/** Where an article's own references lead on the site. */
export interface PageLinks {
  /** Undefined if it leads to an article that the site does not have. */
  page(href: string): string | undefined;
  /** A file beside the articles. */
  media(src: string): string;
}

export interface FinishContext {
  readonly article: Pick<Article, 'address'>;
  readonly labels: Pick<Labels, 'alerts' | 'details' | 'wideTable'>;
  readonly links: PageLinks;
}

/** Finishes an element of an article's text in place. A number is the index at which to go on visiting. */
export function finishElement(
  node: Element,
  index: number,
  parent: Parents,
  { article, labels, links }: FinishContext,
): number | undefined {
  const { tagName, properties } = node;
  if (reservedIds.test(String(properties['id'] ?? ''))) delete properties['id'];
  if (tagName === 'a') finishLink(node, links);
  else if (tagName === 'img') return finishImage(node, index, parent, links);
  else if (tagName === 'pre') properties['dir'] ??= 'ltr';
  else if (tagName === 'code') finishInlineCode(node, parent);
  else if (tagName === 'input') return labelBox(index, parent);
  else if (blocks.has(tagName)) setOwnDirection(node, parent, languageDirection(article.address.language));
  else if (tagName === 'blockquote') {
    const alert = alertOf(node, labels);
    if (alert) parent.children.splice(index, 1, alert);
    return alert && index;
  } else if (tagName === 'table' && !isScroller(parent)) {
    const scroller = { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: labels.wideTable };
    parent.children.splice(index, 1, element('div', scroller, [node]));
    return index;
  }
  return undefined;
}

/**
 * Ids that the page itself uses. They begin with a capital, so that no heading's anchor is one: `## Example 1`,
 * `## Related`.
 */
const reservedIds = /^(?:Example-\d+|Search-list(?:-\d+)?|Related|Content)$/;

const blocks = new Set(['p', 'ul', 'ol', 'li', 'td', 'th', 'dd', 'dt', 'summary', 'div']);

function isScroller(parent: Parents): boolean {
  return parent.type === 'element' && [parent.properties['className']].flat().includes('table-scroll');
}

function finishLink(node: Element, links: PageLinks): void {
  const { properties } = node;
  const { href } = properties;
  if (typeof href !== 'string') return;
  const target = links.page(href);
  // Better words without a link than a link to nothing; the check has told the author.
  if (target === undefined) Object.assign(node, { tagName: 'span', properties: {} });
  else properties['href'] = target;
}

/** A picture from another server would tell it who reads what, so there is a link to it instead. */
function finishImage(node: Element, index: number, parent: Parents, links: PageLinks): number | undefined {
  const { src, alt } = node.properties;
  if (typeof src === 'string' && /^(?:https?:)?\/\//i.test(src)) {
    const words = typeof alt === 'string' && alt.trim() !== '' ? alt : fileNameOf(src);
    const own = { className: ['picture-link'], dir: 'auto' };
    if (parent.type === 'element' && parent.tagName === 'a') {
      // Of a link to nothing there are the words only.
      if (parent.properties['href'] !== undefined) Object.assign(parent.properties, own);
      parent.children.splice(index, 1, textNode(words));
    } else parent.children.splice(index, 1, element('a', { href: src, ...own }, [words]));
    return index + 1;
  }
  if (typeof src === 'string') node.properties['src'] = links.media(src);
  node.properties['loading'] = 'lazy';
  node.properties['decoding'] = 'async';
  return undefined;
}

/** The last part of an address that says something; what it asks for is of no use to readers. */
function fileNameOf(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodeUrl(path.split('/').findLast((part) => part !== '') ?? address);
}

/** What stands beside the box of a task is its name. */
function labelBox(index: number, parent: Parents): number | undefined {
  if (parent.type !== 'element' || parent.tagName === 'label') return undefined;
  const end = parent.children.findIndex((child, at) => at > index && isBlock(child));
  const named = parent.children.splice(index, (end < 0 ? parent.children.length : end) - index);
  parent.children.splice(index, 0, element('label', {}, named));
  return index;
}

/** Characters of inline code that stay on one line; they fit into the narrowest list item of a phone. */
const unbrokenLength = 24;

function finishInlineCode(node: Element, parent: Parents): void {
  const text = textOf(node);
  const isLong = text.length > unbrokenLength;
  const isInHeading = parent.type === 'element' && /^h[1-6]$/.test(parent.tagName);
  const { dir, children } = inlineCode(text, isLong || isInHeading);
  node.properties['dir'] = dir;
  // Of an author's own HTML in it nothing is lost.
  if (node.children.every(({ type }) => type === 'text')) node.children = [...children];
  if (isLong) node.properties['className'] = ['long'];
}

/** A whole sentence in the other direction, an English quotation in an Arabic article say, is set in its own. */
function setOwnDirection(node: Element, parent: Parents, direction: Direction): void {
  if (node.properties['dir'] !== undefined || (node.tagName === 'div' && node.children.some(isBlock))) return;
  const other = otherDirection(saidIn(node), direction);
  if (other === undefined || !hasSentences(node, direction)) return;
  const isOfOtherList = node.tagName === 'li' && parent.type === 'element' && parent.properties['dir'] !== other;
  if (!isOfOtherList) {
    node.properties['dir'] = other;
    return;
  }
  // The mark of such an item stays where those of its list stand; blocks in it have directions of their own.
  const firstBlock = node.children.findIndex(isBlock);
  const said = node.children.splice(0, firstBlock < 0 ? node.children.length : firstBlock);
  if (said.some((child) => textOf(child).trim() !== ''))
    said.splice(0, said.length, element('bdi', { dir: other }, [...said]));
  node.children.unshift(...said);
}

/** Most items of a list must be sentences themselves: names in Latin letters make no English list. */
function hasSentences({ tagName, children }: Element, direction: Direction): boolean {
  if (tagName !== 'ul' && tagName !== 'ol') return true;
  const items = children.filter((child) => child.type === 'element');
  return items.filter((item) => otherDirection(saidIn(item), direction) !== undefined).length * 2 > items.length;
}

/** The text, in which what code is made of says nothing of its direction, unless there is nothing else. */
function saidIn(node: Element): string {
  const said = withoutCode(node);
  return /\p{L}/u.test(said) ? said : textOf(node);
}

function withoutCode({ children }: Element): string {
  return children
    .map((child) => (child.type !== 'element' ? textOf(child) : child.tagName === 'code' ? '0' : withoutCode(child)))
    .join('');
}

function isBlock(child: Element['children'][number]): boolean {
  return child.type === 'element' && ['p', 'ul', 'ol', 'pre', 'div', 'blockquote', 'table'].includes(child.tagName);
}
